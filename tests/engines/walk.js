/* A visitor's walk, run inside the wizard's page in any engine. Gives what was seen; throws with what was not. */
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const $ = (selector) => document.querySelector(selector);
const root = () => $("#wz");
async function until(what, sees) {
  for (let tries = 0; tries < 900; tries += 1) {
    const seen = await sees();
    if (seen) return seen;
    const failed = [...document.querySelectorAll("[data-failure]")].find((box) => !box.hidden);
    if (failed) throw new Error(`${what}: ${failed.innerText}`);
    await sleep(100);
  }
  throw new Error(`${what}: not seen; at ${root()?.dataset.place}`);
}
const at = (place) => until(place, () => root().dataset.place === place);
const go = (place) => {
  location.hash = `#/${place}`;
  return at(place);
};
const press = (selector) => until(selector, () => $(selector)).then((button) => button.click());

async function walk(code) {
  const seen = {};
  await until("ready", () => root()?.dataset.ready);
  seen.lang = document.documentElement.lang;
  seen.inWorker = !globalThis.wizardEngine;
  await press('input[value="rail"]');
  await press("#wz .btn--primary");
  await at("topic/chain");
  location.hash = `#/open/${code}`;
  await until("advice or compare", () => ["advice", "compare"].includes(root().dataset.place));
  if (root().dataset.place === "compare") await press('button[value="adopt"]');
  await at("advice");
  seen.lead = $(".lead-answer").textContent;
  const figures = () => $('.advice-card[data-link="fill"] .figures').textContent;
  const before = figures();
  $("#w-funding_gap").value = "none";
  $("#w-funding_gap").dispatchEvent(new Event("change", { bubbles: true }));
  await until("what-if", () => figures() !== before);
  await press("#wz-undo");
  await until("undo", () => figures() === before);
  await press('.action button[value^="add:"]');
  await until("added", () => $('a[href="#/plan"]')?.textContent.includes("1"));
  seen.files = await exported();
  globalThis.print = () => (seen.printed = (seen.printed ?? 0) + 1);
  $("[data-print]").click();
  await go("plan");
  seen.planned = document.querySelectorAll("[data-item]").length;
  $('[name^="by:"]').value = "2026-12-24";
  $('[name^="by:"]').dispatchEvent(new Event("input", { bubbles: true }));
  Object.assign(seen.files, await exported(seen.files));
  $("[data-print]").click();
  await go("share");
  await until("QR", () => $(".qr svg"));
  seen.code = $("#wz-code").textContent;
  seen.kept = $("#wz-unkept").hidden;
  Object.assign(seen.files, await exported(seen.files));
  await go("advice");
  seen.outside = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => !/^(data|blob|file):/.test(name) && !name.startsWith(location.origin));
  return seen;
}

/* Presses each button that takes something away, whichever there are but those known, and reads the file: its size and
   how it begins. What goes to the clipboard is told by what the page says of it. */
async function exported(known = {}) {
  const files = {};
  const offered = [...document.querySelectorAll('#wz button[value^="export:"]')].map((button) => button.value);
  for (const value of offered.filter((each) => !known[each.split(":")[1]])) {
    const box = $("#wz-files");
    box.replaceChildren();
    $(`button[value="${value}"]`).click();
    await until(value, () => $("#wz-files").textContent);
    const link = $("#wz-files a");
    const kind = value.split(":")[1];
    if (!link) {
      files[kind] = { told: $("#wz-files").textContent, text: $("#wz-files textarea")?.value };
      continue;
    }
    const bytes = new Uint8Array(await (await fetch(link.href)).arrayBuffer());
    files[kind] = { name: link.download, bytes: bytes.length, head: String.fromCharCode(...bytes.slice(0, 15)) };
  }
  return files;
}

/* Types into the site's search and gives where the first results lead. */
async function searched(term) {
  const box = $(".md-search__input");
  $("#__search").click();
  box.focus();
  await until("search", () => $(".md-search-result__meta"));
  box.value = term;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  await until(term, () => $(".md-search-result__link"));
  const pages = [...document.querySelectorAll(".md-search-result__item")].slice(0, 5);
  return pages.flatMap((found) => [...found.querySelectorAll("a")].map((link) => link.href));
}

/* Chooses each field of the matrix in turn. Gives for each how many cells show a number, and the table's address. */
function filtered() {
  const shown = () => [...document.querySelectorAll(".matrix__table a")].filter((cell) => cell.offsetParent).length;
  const cells = {};
  for (const field of document.querySelectorAll('.matrix input[name="field"]')) {
    field.click();
    cells[field.value] = shown();
  }
  return { cells, table: $('a[href$=".csv"]').href };
}
