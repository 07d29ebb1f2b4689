// What the page needs beyond htmx. Without any of it every link and form still works.
"use strict";
const find = (css) => document.querySelector(css);

// Results take the place of others as they are: htmx's own swap attends to each of 1,500 elements.
window.htmx?.defineExtension("plain", {
  handleSwap: (style, target, fragment) => style === "plain" && !target.replaceChildren(fragment),
});

// A link to other results of the view fetches them alone (hx-boost looks at every link first).
const viewOf = ({ searchParams }) => searchParams.get("view") ?? "list";
addEventListener("click", (event) => {
  const link = event.target.closest("#results a[href]:not([href^='#'])");
  if (!link || !window.htmx || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const to = new URL(link.getAttribute("href"), location);
  if (to.pathname !== location.pathname || viewOf(to) !== viewOf(new URL(location))) return;
  event.preventDefault();
  const swap = link.closest(".turn") ? "plain show:#results:top" : "plain";
  htmx.ajax("GET", to.pathname + to.search, { source: "#results", target: "#results", swap }).then(() => {
    if (link.closest("svg")) find("#axis svg a")?.focus({ preventScroll: true });
  }, () => {}); // a later click took its place
});

// What could not be fetched in part is fetched as a whole page, which says what is wrong.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  addEventListener(failure, ({ detail }) => (location = detail.pathInfo.finalRequestPath));
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
  const step = ({ value }) => brush.dataset.steps.split(";")[value].split("|");
  const [from, , begin] = step(low);
  const [, to, , end] = step(high);
  const chosen = brush.querySelector("rect");
  chosen.setAttribute("x", low.value);
  chosen.setAttribute("width", high.value - low.value + 1);
  low.setAttribute("aria-valuetext", begin);
  high.setAttribute("aria-valuetext", end);
  brush.querySelector("b").textContent = `${begin} – ${end}`;
  find("#id_from").value = low.value === "0" ? "" : from;
  find("#id_to").value = high.value === high.max ? "" : to;
  clearTimeout(rest);
  rest = setTimeout(() => find(".filter").requestSubmit(), 400);
});

// Keys, which a button switches off.
const areOn = () => localStorage.getItem("keys") !== "off";
const showKeys = () => find("#keys").setAttribute("aria-pressed", areOn());
showKeys();
addEventListener("htmx:historyRestore", showKeys);
addEventListener("click", ({ target }) => {
  if (target.id !== "keys") return;
  localStorage.setItem("keys", areOn() ? "off" : "on");
  showKeys();
});
addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (!areOn() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.matches("input, select, textarea, [contenteditable]")) return;
  if (key === "/") {
    find(".filter details").open = true;
    find("#id_q").focus();
  } else if ("jk".includes(key)) {
    const events = [...document.querySelectorAll(".era li :is(h3, h4) a")];
    const at = events.findLastIndex((link) => link === target || link.closest("li").contains(target));
    events[key === "j" ? at + 1 : Math.max(at - 1, 0)]?.focus();
  } else return;
  event.preventDefault();
});
