/* Loads the published wheel as a page of others would.
   Usage: node published.mjs FOLDER < answers.json     Prints the advice in English as JSON. */
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

/* Node would print a whole line of Pyodide's code, a megabyte of it, and lose the rest. */
process.on("uncaughtException", (error) => {
  writeFileSync(2, `${error?.stack ?? error}\n`);
  process.exit(1);
});
const folder = process.argv[2];
const lockFileContents = readFileSync(`${folder}/pyodide-lock.json`, "utf-8");
const pyodide = await loadPyodide({ lockFileContents, packageBaseUrl: `${folder}/` });
await pyodide.loadPackage("wizard", { messageCallback: () => {} });
console.log(pyodide.pyimport("wizard.bridge").advise(readFileSync(0, "utf-8"), "en", ""));
