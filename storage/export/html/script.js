
"use strict";
(() => {
  const marks = new Map();
  for (const mark of document.querySelectorAll(".panes mark[data-k]"))
    for (const key of mark.dataset.k.split(" ")) {
      if (!marks.has(key)) marks.set(key, []);
      marks.get(key).push(mark);
    }
  const told = document.getElementById("told");
  let chosen = "";

  const style = (key, name, on) => {
    for (const mark of marks.get(key) ?? []) mark.classList.toggle(name, on);
  };

  const entries = { p: "passage-", n: "note-", f: "finding-" };
  const entry = (key) => document.getElementById(entries[key[0]] + key.slice(1));

  // Copies what the page says of a passage, note or finding; nothing is parsed anew.
  const tell = (key) => {
    told.replaceChildren();
    const described = key && entry(key);
    if (!described) return;
    const more = document.createElement("a");
    more.href = "#" + described.id;
    more.textContent = described.querySelector("h3").textContent.replace(/\s+/g, " ").trim();
    told.append(more, described.querySelector(".places").cloneNode(true));
  };

  const choose = (key) => {
    if (key === chosen) return;
    style(chosen, "chosen", false);
    chosen = key;
    style(chosen, "chosen", true);
    tell(key);
  };

  const scrolls = (pane) => getComputedStyle(pane).overflowY === "auto";

  // Brings the first copy in every other pane to the height at which `from` stands.
  const align = (key, from) => {
    const height = from.getBoundingClientRect().top;
    const seen = new Set([from.closest(".pane")]);
    for (const mark of marks.get(key) ?? []) {
      const pane = mark.closest(".pane");
      if (seen.has(pane)) continue;
      seen.add(pane);
      if (scrolls(pane)) pane.scrollTop += mark.getBoundingClientRect().top - height;
    }
  };

  const follow = (link) => {
    const target = document.getElementById(link.hash.slice(1));
    const from = link.closest(".pane"), to = target.closest(".pane");
    choose(link.dataset.k);
    if (from && to && from !== to && scrolls(to)) {
      to.scrollTop += target.getBoundingClientRect().top - link.getBoundingClientRect().top;
      to.scrollIntoView({ block: "nearest", inline: "nearest" });
      align(chosen, target);
    } else {
      target.scrollIntoView({ block: "center", inline: "nearest" });
      if (to) align(chosen, target);
    }
    target.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-k]");
    if (link) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      follow(link);
      return;
    }
    const mark = event.target.closest(".panes mark[data-k]");
    if (!mark || !getSelection().isCollapsed) return;
    const keys = mark.dataset.k.split(" ");
    choose(keys[(keys.indexOf(chosen) + 1) % keys.length]);
    align(chosen, mark);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose("");
  });

  let lit = "";
  const light = (event) => {
    const over = event.target.closest?.("[data-k]");
    const key = over ? over.dataset.k.split(" ")[0] : "";
    if (key === lit) return;
    style(lit, "lit", false);
    lit = key;
    style(lit, "lit", true);
  };
  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);

  document.documentElement.classList.add("scripted");
})();
