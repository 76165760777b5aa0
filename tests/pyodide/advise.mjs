/* Runs the shipped wizard in real Pyodide under node.
   Usage: node advise.mjs RUNTIME < jobs.json     jobs: [{answers, lang, on}]; prints a JSON list of advice texts. */
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const jobs = JSON.parse(readFileSync(0, "utf-8"));
const pyodide = await loadPyodide();
pyodide.unpackArchive(new Uint8Array(readFileSync(`${process.argv[2]}/wizard.zip`)), "zip", { extractDir: "/wizard" });
pyodide.runPython("import sys; sys.path.insert(0, '/wizard')");
const { advise } = pyodide.pyimport("wizard.bridge");
console.log(JSON.stringify(jobs.map(({ answers, lang, on }) => advise(JSON.stringify(answers), lang, on))));
