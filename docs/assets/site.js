// Small helps for the header. Every page can be read and used without them.
const menu = document.querySelector(".menu");
const search = document.getElementById("__search");

document.querySelector(".search-open")?.addEventListener("click", () => {
  search.click();
  document.querySelector(".md-search__input").focus();
});

document.documentElement.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu?.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
  // Material takes single letters as commands. Speech input and sticky keys trip over that (WCAG 2.1.4).
  const plain = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (plain && !event.target.closest("input, textarea, select")) event.stopPropagation();
});

document.addEventListener("click", (event) => {
  if (menu?.open && !menu.contains(event.target)) menu.open = false;
});

// Browsers that keep folded text folded on paper: open it for printing.
const opened = [];
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("article details:not([open])")) {
    fold.open = true;
    opened.push(fold);
  }
});
addEventListener("afterprint", () => {
  for (const fold of opened.splice(0)) fold.open = false;
});
