// What the page does around the terminal: it sends files, and takes downloads.
"use strict";

const terminal = document.getElementById("terminal");
const told = document.getElementById("told");
const picker = document.getElementById("files");
const scheme = location.protocol === "https:" ? "wss:" : "ws:";

terminal.dataset.sessionWebsocketUrl = `${scheme}//${location.host}/ws/${terminal.dataset.key}`;

// The terminal opens a window for each download, which browsers may block, and for addresses that
// stand in a text, which lead nowhere from here.
window.open = (address) => {
  const url = new URL(address || "", location.href);
  if (url.origin === location.origin && url.pathname.startsWith("/download/")) {
    const link = document.createElement("a");
    link.href = url.href;
    link.download = "";
    link.click();
  }
  return null;
};

function tell(sentence, failed = false) {
  told.textContent = sentence;
  told.classList.toggle("-failed", failed);
}

function goToTerminal() {
  document.querySelector(".xterm-helper-textarea")?.focus();
}

async function upload(files) {
  for (const file of files) {
    tell(`Uploading ${file.name} …`);
    const address = `/upload/${terminal.dataset.key}?name=${encodeURIComponent(file.name)}`;
    try {
      const answer = await fetch(address, { method: "POST", body: file });
      const text = (await answer.text()).trim();
      if (!answer.ok) {
        tell(text, true);
        break;
      }
      tell(`${text} is uploaded.`);
    } catch {
      tell(`${file.name} was not uploaded: it is too large, or the server is gone.`, true);
      break;
    }
  }
  goToTerminal();
}

picker.addEventListener("change", async () => {
  await upload([...picker.files]);
  picker.value = "";
});
picker.parentElement.addEventListener("keydown", (event) => {
  if (event.key === "Enter" || event.key === " ") picker.click();
});
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("-dragging");
});
document.addEventListener("dragleave", () => document.body.classList.remove("-dragging"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("-dragging");
  upload([...event.dataTransfer.files]);
});
document.getElementById("again").addEventListener("click", () => location.reload());

// Not before the line is there: the terminal tells of its focus at once.
const opened = new MutationObserver(() => {
  if (document.body.classList.contains("-loaded")) {
    opened.disconnect();
    goToTerminal();
  }
});
opened.observe(document.body, { attributes: true });
