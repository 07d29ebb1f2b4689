/* What Django's admin leaves without a name, for those who hear it. Without this all works as well. */
const label = (box) => box.labels?.[0]?.textContent.replace(/\s+/g, " ").replace(/:\s*$/, "").trim();

const name_choosers = () => {
  for (const chooser of document.querySelectorAll("select.admin-autocomplete")) {
    const name = label(chooser) || "Choose";
    const shown = chooser.nextElementSibling;
    for (const part of shown?.querySelectorAll("[role=textbox], .select2-search__field") ?? []) {
      part.setAttribute("aria-label", name);
      part.removeAttribute("aria-labelledby");
    }
    for (const list of shown?.querySelectorAll("ul") ?? []) list.setAttribute("role", "none");
    for (const item of shown?.querySelectorAll("ul > li") ?? []) item.setAttribute("role", "none");
  }
};

document.getElementById("searchbar")?.setAttribute("aria-label", "Search");
for (const head of document.querySelectorAll("th.original")) head.replaceWith(document.createElement("td"));
addEventListener("load", () => {
  name_choosers();
  new MutationObserver(name_choosers).observe(document.body, { childList: true, subtree: true });
});
