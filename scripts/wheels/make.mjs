/* Runs inside.py in stock Pyodide, whose Python is the one that the wheels are for.
   Usage: node make.mjs TOOLS STAGED STOCK_LOCK OUT    SOURCE_DATE_EPOCH is the date of the files in the wheels. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

/* Node would print a whole line of Pyodide's code, a megabyte of it, and lose the rest. */
process.on("uncaughtException", (error) => {
  writeFileSync(2, `${error?.stack ?? error}\n`);
  process.exit(1);
});
const [tools, staged, stock, out] = process.argv.slice(2);
const env = { SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH };
const pyodide = await loadPyodide({ env });
const mounts = { "/tools": tools, "/staged": staged, "/out": out, "/here": fileURLToPath(new URL(".", import.meta.url)) };
for (const [place, folder] of Object.entries(mounts)) {
  pyodide.FS.mkdirTree(place);
  pyodide.mountNodeFS(place, folder);
}
pyodide.FS.writeFile("/stock.json", readFileSync(stock));
const { path } = pyodide.pyimport("sys");
path.append("/tools");
path.append("/here");
pyodide.pyimport("inside").make("/staged", "/stock.json", "/out");
