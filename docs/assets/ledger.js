// The filter of the evidence page: shows the claims that have the words, the kind and the link, and opens their folds.
const asked = document.querySelector(".ledger-filter");
const told = asked.querySelector("[role=status]");
const plain = (text) => text.toLowerCase().normalize("NFKC");

function show() {
  const { words, kind, link } = Object.fromEntries(new FormData(asked));
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  const narrowed = Boolean(wanted.length || kind || link);
  let count = 0;
  for (const sentence of document.querySelectorAll(".sentence")) {
    let any = false;
    for (const claim of sentence.querySelectorAll(".claim")) {
      const text = plain(`${sentence.id} ${claim.id} ${claim.textContent}`);
      const fits =
        (!kind || claim.dataset.kind === kind) &&
        (!link || claim.dataset.links.split(" ").includes(link)) &&
        wanted.every((word) => text.includes(word));
      claim.hidden = !fits;
      any ||= fits;
      count += fits;
    }
    sentence.hidden = narrowed && !any;
  }
  for (const fold of document.querySelectorAll(".fold")) {
    const any = fold.querySelector(".sentence:not([hidden])");
    fold.hidden = !any;
    fold.previousElementSibling.hidden = !any;
    fold.open = narrowed && Boolean(any);
  }
  told.textContent = narrowed ? (count ? told.dataset.one.replace("{count}", count) : told.dataset.none) : "";
}

asked.addEventListener("input", show);
asked.addEventListener("submit", (event) => event.preventDefault());
