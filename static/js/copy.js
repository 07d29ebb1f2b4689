// Where there is a clipboard, the link can be copied.
"use strict";
for (const button of document.querySelectorAll("[data-copied]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.parentElement.querySelector("input").value);
    button.textContent = button.dataset.copied;
  });
}
