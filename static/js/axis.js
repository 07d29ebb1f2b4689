// The axis is one tab stop, with arrow keys from there on. What they or the pointer meet is said.
"use strict";
{
  const find = (css, from = document) => [...from.querySelectorAll(css)];
  const linkOf = (event) => event.target.closest?.("#axis svg a");
  const stop = (link) => find("#axis svg a").map((a) => a.setAttribute("tabindex", a === link ? 0 : -1));
  const ready = () => stop(find("#axis svg a")[0]);
  const next = (link, key) => {
    const rows = find("#axis svg[role]"), row = link.closest("svg[role]"), links = find("a", row);
    const at = links.indexOf(link), far = (a) => Math.abs(a.getBoundingClientRect().x - link.getBoundingClientRect().x);
    const along = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: links.length - 1 };
    const beside = rows[rows.indexOf(row) + { ArrowUp: -1, ArrowDown: 1 }[key]];
    return key in along ? links[along[key]] : beside && find("a", beside).sort((a, b) => far(a) - far(b))[0];
  };
  const say = (event) => {
    const title = linkOf(event)?.querySelector("title");
    if (title) find("#axis-said")[0].textContent = title.textContent;
  };
  addEventListener("keydown", (event) => {
    const link = linkOf(event);
    if (!link || event.altKey || event.ctrlKey || event.metaKey || !/^(Arrow|Home|End)/.test(event.key)) return;
    event.preventDefault();
    const to = next(link, event.key);
    if (to) stop(to) && to.focus();
  });
  for (const name of ["focusin", "pointerover"]) addEventListener(name, say);
  for (const name of ["DOMContentLoaded", "htmx:afterSwap"]) addEventListener(name, ready);
}
