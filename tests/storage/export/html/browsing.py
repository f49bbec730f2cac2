"""A headless Chromium that opens reports, and tells what it complained of and asked for."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from selenium import webdriver
from selenium.webdriver import ActionChains
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys

PROGRAMS = {"chromium": "chromium", "chromedriver": "the driver of Chromium (chromium-driver)"}

_BINARY = 2
_ESCAPES = re.compile(r"\x1b\[[0-9;?<>=]*\$?[a-zA-Z]")


def missing() -> str:
    """Return why no browser can be driven here; empty where one can."""
    lacking = [words for program, words in PROGRAMS.items() if shutil.which(program) is None]
    return f"{' and '.join(lacking)} not installed" if lacking else ""


class Browser:
    """One window."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self._driver = driver

    def open(
        self, path: Path, *, width: int = 1280, scheme: str = "light", medium: str = "screen"
    ) -> None:
        """Open a file in a window of so many pixels; what was told of the last one is gone."""
        self._command(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600},
        )
        self._command(
            "Emulation.setEmulatedMedia",
            {
                "media": medium,
                "features": [{"name": "prefers-color-scheme", "value": scheme}],
            },
        )
        self._driver.get("about:blank")
        _ = self.complaints(), self.requests()
        self._driver.get(path.as_uri())

    def visit(self, address: str, downloads: Path) -> None:
        """Open an address; what is downloaded from it goes into a folder."""
        self._command(
            "Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)}
        )
        self._driver.get(address)

    def type(self, *keys: str) -> None:
        """Type into whatever has the focus; keys without a letter as selenium has them."""
        ActionChains(self._driver).send_keys(*keys).perform()

    def press_with_control(self, key: str) -> None:
        """Press a key while control is held down, wherever the focus is."""
        chain = ActionChains(self._driver)
        chain.key_down(Keys.CONTROL).send_keys(key).key_up(Keys.CONTROL).perform()

    def choose_file(self, selector: str, path: Path) -> None:
        """Choose a file in a field for one."""
        self._driver.find_element("css selector", selector).send_keys(str(path))

    def drawn(self) -> str:
        """Return what came through websockets since this was last asked, without colours."""
        came = [
            message["params"]["response"]
            for message in self._performed()
            if message["method"] == "Network.webSocketFrameReceived"
        ]
        pieces = [base64.b64decode(one["payloadData"]) for one in came if one["opcode"] == _BINARY]
        return _ESCAPES.sub("", b"".join(pieces).decode("utf-8", "replace"))

    def run(self, script: str) -> Any:
        """Return what a piece of JavaScript returns."""
        return self._driver.execute_script(script)

    def press(self, key: str, code: int) -> None:
        """Press a key as a person would, wherever the focus is."""
        for kind in ("keyDown", "keyUp"):
            self._command(
                "Input.dispatchKeyEvent",
                {
                    "type": kind,
                    "key": key,
                    "code": key,
                    "windowsVirtualKeyCode": code,
                    **({"text": "\r"} if key == "Enter" and kind == "keyDown" else {}),
                },
            )

    def click(self, selector: str) -> None:
        """Click the first line of the first element that fits, with the mouse."""
        box = self.run(
            f"const one = document.querySelector({json.dumps(selector)});"
            "one.scrollIntoView({block: 'center'});"
            "const box = one.getClientRects()[0]; return [box.x + box.width / 2, box.y + 4];"
        )
        for kind in ("mousePressed", "mouseReleased"):
            place = {"x": box[0], "y": box[1], "button": "left", "clickCount": 1}
            self._command("Input.dispatchMouseEvent", {"type": kind, **place})

    def complaints(self) -> list[str]:
        """Return what the console says since this was last asked."""
        log: Any = self._driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in log]

    def requests(self) -> list[str]:
        """Return the addresses asked for since this was last asked."""
        return [
            message["params"]["request"]["url"]
            for message in self._performed()
            if message["method"] == "Network.requestWillBeSent"
        ]

    def _performed(self) -> list[dict[str, Any]]:
        log: Any = self._driver.get_log("performance")  # type: ignore[no-untyped-call]
        return [json.loads(entry["message"])["message"] for entry in log]

    def printed_pages(self) -> int:
        """Return on how many pages the report is printed."""
        data: Any = self._command("Page.printToPDF", {"preferCSSPageSize": True})
        return len(PdfReader(io.BytesIO(base64.b64decode(data["data"]))).pages)

    def _command(self, name: str, arguments: dict[str, Any]) -> Any:
        return self._driver.execute_cdp_cmd(name, arguments)


@contextmanager
def browsing(profile: Path) -> Iterator[Browser]:
    """Start a browser that keeps all it writes in the folder `profile`."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless=new", "--disable-gpu", f"--user-data-dir={profile}"):
        options.add_argument(argument)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Root has no sandbox.
        options.add_argument("--no-sandbox")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = Service(shutil.which("chromedriver"))
    driver = webdriver.Chrome(options=options, service=service)
    try:
        yield Browser(driver)
    finally:
        driver.quit()
