/* Turns Markdown into slides with Marpit. Standard input: {theme, markdown: {LANG: text}}; output: {css, LANG: html}. */
import { readFileSync } from "node:fs";
import { Element, Marpit } from "@marp-team/marpit";

const { theme, markdown } = JSON.parse(readFileSync(0, "utf-8"));
const marpit = new Marpit({ container: new Element("div", { id: "deck", class: "deck" }), inlineSVG: true, markdown: { html: true }, anchor: false });
marpit.themeSet.default = marpit.themeSet.add(theme);
const made = {};
for (const [lang, text] of Object.entries(markdown)) {
  const { html, css } = marpit.render(text);
  Object.assign(made, { [lang]: html, css });
}
process.stdout.write(JSON.stringify(made));
