/* Runs the project's own unit tests inside stock Pyodide under node.
   Usage: node inside.mjs PROJECT TOOLS ARGUMENT...     Prints what pytest prints; its exit status is pytest's. */
import { writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

/* Node would print a whole line of Pyodide's code, a megabyte of it, and lose the rest. */
process.on("uncaughtException", (error) => {
  writeFileSync(2, `${error?.stack ?? error}\n`);
  process.exit(1);
});
const [project, tools, ...told] = process.argv.slice(2);
const pyodide = await loadPyodide({ env: { PYTHONHASHSEED: "0", HYPOTHESIS_STORAGE_DIRECTORY: "/tmp/hypothesis" } });
for (const [place, folder] of Object.entries({ "/project": project, "/tools": tools })) {
  pyodide.FS.mkdirTree(place);
  pyodide.mountNodeFS(place, folder);
}
pyodide.FS.chdir("/project");
const { path } = pyodide.pyimport("sys");
path.append("/project");
path.append("/tools");
process.exitCode = pyodide.pyimport("pytest").main(pyodide.toPy(["--noconftest", "-p", "no:cacheprovider", ...told]));
