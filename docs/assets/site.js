// Small helps for header, folds and terms. Every page can be read and used without them.
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

// What an address names inside a fold is shown, also where the browser would leave it folded.
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.closest("article")) return;
  const next = target.nextElementSibling;
  let opens = false;
  for (let fold = next?.matches(".fold") ? next : target; fold; fold = fold.parentElement) {
    if ("open" in fold && !fold.open) opens = fold.open = true;
  }
  if (opens) target.scrollIntoView();
}
addEventListener("hashchange", reveal);
reveal();

// A term says what it means on hover, on focus, and at a first tap; the second tap follows its link to the glossary.
const hint = document.createElement("span");
hint.className = "hint";
hint.id = "hint";
hint.role = "tooltip";
let term = null;

function tell(next) {
  if (next === term) return;
  term?.removeAttribute("aria-describedby");
  term = next;
  if (!term) return hint.remove();
  if (term.title) {
    term.dataset.means = term.title;
    term.removeAttribute("title"); // or the browser would show it a second time
  }
  hint.textContent = term.dataset.means;
  term.after(hint);
  term.setAttribute("aria-describedby", "hint");
  const line = term.getClientRects()[0];
  const inside = hint.offsetParent.getBoundingClientRect();
  const room = document.documentElement.clientWidth - hint.offsetWidth - 16;
  hint.style.left = `${Math.max(8, Math.min(line.left, room)) - inside.left}px`;
  hint.style.top = `${line.bottom - inside.top}px`;
}

const termAt = (event) => (event.target.closest?.("#hint") ? term : event.target.closest?.("a.term"));
let tapped = false;
document.addEventListener("pointerdown", (event) => {
  tapped = event.pointerType === "touch";
  if (!termAt(event)) tell(null);
});
document.addEventListener("pointerover", (event) => event.pointerType === "mouse" && tell(termAt(event) ?? null));
document.addEventListener("focusin", (event) => !tapped && tell(termAt(event) ?? null));
document.addEventListener("keydown", (event) => event.key === "Escape" && tell(null));
document.addEventListener(
  "click",
  (event) => {
    const at = event.target.closest("a.term");
    if (!tapped || !at || at === term) return;
    event.preventDefault();
    tell(at);
  },
  true,
);
