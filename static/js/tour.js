// The keys of the desk, tried: what is pressed is ticked, and nothing else happens.
"use strict";
const keys = [...document.querySelectorAll(".tour dt kbd")];
const told = document.getElementById("tried");

function tell() {
  const names = new Set(keys.map((key) => key.textContent));
  const left = new Set(keys.filter((key) => !key.matches(".tried")).map((key) => key.textContent));
  told.textContent = left.size ? `${names.size - left.size} of ${names.size} tried.` : "You know them all.";
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const found = keys.filter((key) => key.textContent === event.key);
  if (!found.length) return;
  event.preventDefault();
  for (const key of found) key.classList.add("tried");
  tell();
});
tell();
