// Follows every link of a running site, anchors included, with linkinator, and prints what it found as JSON.
// Usage: node links.mjs ADDRESS [outside] < PAGES (one a line); with "outside", links to other sites are asked too.
import { readFileSync } from "node:fs";
import { LinkChecker } from "linkinator";

const [address, outside] = process.argv.slice(2);
const pages = readFileSync(0, "utf8").trim().split("\n");
const isOutside = (link) => !link.startsWith(address);
const { links } = await new LinkChecker().check({
  path: pages.map((page) => address + page),
  recurse: true,
  checkCss: true,
  checkFragments: true,
  concurrency: 20,
  timeout: 30_000,
  linksToSkip: async (link) => !outside && isOutside(link),
});
const named = ({ url, parent, status }) => `${url} (${status || "no answer"}) on ${(parent ?? "").replace(address, "")}`;
// Places of the wizard, such as #/advice, are no anchors.
const isPlace = (url) => new URL(url).hash.startsWith("#/");
// A description that begins "connect: " is taken for an address.
const whole = [...new Set(links.map(({ url }) => url))].filter((url) => !/\s/.test(url));
console.log(
  JSON.stringify({
    inside: whole.filter((url) => !isOutside(url)).sort(),
    outside: whole.filter(isOutside).sort(),
    broken: links.filter(({ state, url }) => state === "BROKEN" && !isPlace(url)).map(named).sort(),
  }),
);
