// Runs Lighthouse on pages, as phone and as desk, and prints what it found as JSON.
// Usage: node lighthouse.mjs CHROMIUM ADDRESS RUNS CATEGORY,... PAGE...
// With one run the pages are judged as phone and as desk in turn, with more in both forms.
import * as launcher from "chrome-launcher";
import lighthouse from "lighthouse";
import desktop from "lighthouse/core/config/desktop-config.js";

const [chromePath, address, runs, categories, ...pages] = process.argv.slice(2);
const chromeFlags = ["--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-component-update"];
const chrome = await launcher.launch({ chromePath, chromeFlags });
const onlyCategories = categories.split(",");
const found = [];
const forms = [["mobile", undefined], ["desktop", desktop]];
for (const [at, page] of pages.entries()) {
  for (const [form, config] of runs > 1 ? forms : [forms[at % 2]]) {
    const times = {};
    let kept;
    for (let run = 0; run < Number(runs); run += 1) {
      const { lhr } = await lighthouse(address + page, { port: chrome.port, logLevel: "error", onlyCategories }, config);
      for (const id of onlyCategories) (times[id] ??= []).push(lhr.categories[id].score);
      kept = lhr;
    }
    const faults = [];
    const scores = {};
    for (const id of onlyCategories) {
      scores[id] = times[id].sort((one, other) => one - other)[times[id].length >> 1];
      for (const { id: audit, weight } of kept.categories[id].auditRefs) {
        const { score, title } = kept.audits[audit];
        if (weight && score !== null && score < 1) faults.push(`${audit}: ${title}`);
      }
    }
    found.push({ page, form, scores, faults });
  }
}
await chrome.kill();
console.log(JSON.stringify(found));
