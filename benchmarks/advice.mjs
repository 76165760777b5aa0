/* Times one full advice per firm in Pyodide. Usage: node advice.mjs RUNTIME < firms.json; prints seconds as JSON. */
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const firms = JSON.parse(readFileSync(0, "utf-8"));
const pyodide = await loadPyodide();
pyodide.unpackArchive(new Uint8Array(readFileSync(`${process.argv[2]}/wizard.zip`)), "zip", { extractDir: "/wizard" });
pyodide.runPython("import sys; sys.path.insert(0, '/wizard')");
const { advise } = pyodide.pyimport("wizard.bridge");
advise("{}", "zh", "");
const seconds = firms.map((answers) => {
  const text = JSON.stringify(answers);
  const start = performance.now();
  advise(text, "zh", "");
  return (performance.now() - start) / 1000;
});
console.log(JSON.stringify(seconds));
