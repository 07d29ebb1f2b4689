// All that the page needs beyond htmx: paper shows every quote.
"use strict";
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});
// A filter that could not be fetched in part is fetched as a whole page, which says what is wrong.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  addEventListener(failure, (event) => {
    if (event.target.matches("form")) event.target.submit();
  });
}
