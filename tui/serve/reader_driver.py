"""The app's end of the line to a browser, in the process of one reader."""

from __future__ import annotations

import asyncio
import signal
import sys

from textual.drivers.web_driver import WebDriver

from tui.base.configured_app import ConfiguredApp
from tui.base.uploaded import Uploaded


class ReaderDriver(WebDriver):
    """Textual's driver for browsers, of an app that ends with its reader and opens no address.

    What is being written is kept as a draft, whoever ends it and however: the reader by leaving
    the page, the server, or a server that is gone.
    """

    def start_application_mode(self) -> None:
        """Begin to draw, and end the app when the system asks for that."""
        super().start_application_mode()
        if sys.platform != "win32":
            loop = asyncio.get_running_loop()
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, self._end)

    def run_input_thread(self) -> None:
        """Take what the server passes on until there is no server any more."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._end()

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Take word of an upload or of the end; Textual knows the rest."""
        if packet_type == "quit":
            self._end()
        elif packet_type == "uploaded":
            self._app.post_message(Uploaded(str(payload.get("name", ""))))
        else:
            super().on_meta(packet_type, payload)

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Open nothing: no article can have a browser go anywhere."""

    def _end(self) -> None:
        if isinstance(self._app, ConfiguredApp):
            self._app.end_at_once()
