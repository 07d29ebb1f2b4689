// What the page needs beyond htmx. Without any of it every link and form still works.
"use strict";
const find = (selector) => document.querySelector(selector);
document.documentElement.classList.add("js");

// Paper shows every quote.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});

// What could not be fetched in part is fetched as a whole page, which says what is wrong.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  addEventListener(failure, ({ target, detail }) => {
    if (target.matches("form")) target.submit();
    else if (target.href) location = target.href;
  });
}

// Focus stays in the results when what had it is gone.
addEventListener("htmx:afterSettle", () => {
  if (document.activeElement === document.body) find("#results").focus({ preventScroll: true });
});

// The brush: two native ranges that fill the date boxes, and filter once they rest.
let rest;
addEventListener("input", ({ target }) => {
  const brush = target.closest(".brush");
  if (!brush) return;
  const [low, high] = brush.querySelectorAll("input");
  if (+low.value > +high.value) target.value = target === low ? high.value : low.value;
  const steps = [...brush.querySelectorAll("path")];
  const first = steps[low.value].dataset;
  const last = steps[high.value].dataset;
  steps.forEach((step, at) => step.classList.toggle("in", at >= low.value && at <= high.value));
  low.setAttribute("aria-valuetext", first.begin);
  high.setAttribute("aria-valuetext", last.end);
  brush.querySelector("b").textContent = `${first.begin} – ${last.end}`;
  find("#id_from").value = low.value === "0" ? "" : first.from;
  find("#id_to").value = high.value === high.max ? "" : last.to;
  clearTimeout(rest);
  rest = setTimeout(() => find(".filter").requestSubmit(), 400);
});
// Keys, which a button switches off for good.
const keys = find("#keys");
const areOn = () => localStorage.getItem("keys") !== "off";
const showKeys = () => keys.setAttribute("aria-pressed", areOn());
if (keys) {
  keys.hidden = false;
  showKeys();
  keys.addEventListener("click", () => {
    localStorage.setItem("keys", areOn() ? "off" : "on");
    showKeys();
  });
}
addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (!keys || !areOn() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.matches("input, select, textarea, [contenteditable]")) return;
  if (key === "/") find("#id_q").focus();
  else if (key === "j" || key === "k") {
    const events = [...document.querySelectorAll(".era li :is(h3, h4) a")];
    const at = events.findLastIndex((link) => link === target || link.closest("li").contains(target));
    const next = events[key === "j" ? at + 1 : Math.max(at - 1, 0)];
    if (next) next.focus();
  } else return;
  event.preventDefault();
});
