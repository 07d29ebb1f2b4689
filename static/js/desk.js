// Single keys for the desk: whatever has data-key="a" is pressed, or given the focus, by that key;
// data-key="m 1" by one after the other.
"use strict";
const KEPT = "desk-keys";
let begun = "";

const isTyping = (target) => target.closest("input:not([type=checkbox]), textarea, select");
const withKey = (keys) => document.querySelector(`[data-key="${CSS.escape(keys)}"]`);

function keysAreOn() {
  return localStorage.getItem(KEPT) !== "off";
}

function showSwitch() {
  const box = document.getElementById("keys-on");
  if (box) box.checked = keysAreOn();
}

addEventListener("change", (event) => {
  if (event.target.id === "keys-on") localStorage.setItem(KEPT, event.target.checked ? "on" : "off");
});

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && isTyping(event.target)) event.target.blur();
  if (!keysAreOn() || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  if (event.repeat) return; // a key held down would decide on what nobody has seen
  const keys = begun ? `${begun} ${event.key}` : event.key;
  const found = withKey(keys);
  begun = !begun && document.querySelector(`[data-key^="${CSS.escape(event.key)} "]`) ? event.key : "";
  if (!found) return;
  event.preventDefault();
  if (found.matches("input, textarea")) found.focus();
  else found.click();
});

// What is selected in an article's text fills the form that quotes it, with its place: in code points,
// from where the text begins.
document.addEventListener("selectionchange", () => {
  const text = document.getElementById("text");
  const box = document.getElementById("quote_words");
  const chosen = getSelection();
  if (!text || !box || chosen.isCollapsed || !chosen.rangeCount) return;
  const range = chosen.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return;
  const words = range.toString();
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const lead = words.length - words.trimStart().length;
  box.value = words.trim();
  document.getElementById("quote_at").value = [...before.toString()].length + lead;
});

// The next candidate is told to a screen reader, and begins at the top.
addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "desk") return;
  showSwitch();
  document.querySelector("#desk h1")?.focus({ preventScroll: true });
  scrollTo(0, 0);
});
// What could not be done is told, and what was typed stays.
const say = (what) => {
  const told = document.querySelector("#desk .told");
  const line = Object.assign(document.createElement("p"), { className: "error", textContent: what });
  told.replaceChildren(line);
  told.scrollIntoView({ block: "nearest" });
};
const SIGNED_OUT = "Nothing was done: you are signed out, or may not do this. Copy what you typed, and load the page anew.";
addEventListener("htmx:sendError", () => say("Nothing was done: the server can’t be reached. Try again."));
addEventListener("htmx:responseError", ({ detail: { xhr } }) => say(
  xhr.status === 403 ? SIGNED_OUT : `That failed on the server (${xhr.status}). Try again, or load the page anew.`,
));
addEventListener("htmx:beforeSwap", (event) => {
  if (new URL(event.detail.xhr.responseURL).pathname.startsWith("/desk/")) return;
  event.preventDefault(); // the page to sign in
  say(SIGNED_OUT);
});
showSwitch();
