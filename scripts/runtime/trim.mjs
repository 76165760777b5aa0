/* Finds the modules that the wizard's whole path needs in Pyodide, and compiles them with Pyodide's own Python.
   Usage: node trim.mjs JOB OUT      JOB: {library, archives: {wizard, NAME: ...}, requests: [text], failing: [text]}
   Writes OUT/ARCHIVE/PATH.pyc for each archive; "wizard" also holds the standard library that every visit needs. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadPyodide } from "pyodide";

const [job, out] = [JSON.parse(readFileSync(process.argv[2], "utf-8")), process.argv[3]];
const modules = readFileSync(new URL("modules.py", import.meta.url));

/* Node would repeat a whole line of Pyodide's code, a megabyte of it, and lose the rest. */
process.on("uncaughtException", (error) => {
  writeFileSync(2, `${error?.stack ?? error}\n`);
  process.exit(1);
});

/* A fresh interpreter answers requests with the archives in its path; one that asks for a library is put aside. */
async function answer(archives, requests) {
  const pyodide = await loadPyodide({ env: { PYTHONNODEBUGRANGES: "1" }, stdLibURL: job.library });
  for (const name of archives) pyodide.FS.writeFile(`/${name}.zip`, readFileSync(job.archives[name]));
  pyodide.runPython('import sys; sys.path.append("/wizard.zip")');
  const { add_library, handle } = pyodide.pyimport("wizard.bridge");
  for (const name of archives.slice(1)) add_library(`/${name}.zip`);
  const aside = {};
  for (const request of requests) {
    const { needs } = JSON.parse(handle(request));
    if (needs) (aside[needs] ??= []).push(request);
  }
  for (const request of job.failing) fails(handle, request);
  pyodide.FS.writeFile("/home/pyodide/trim_modules.py", modules);
  const { needed, compiled } = pyodide.pyimport("trim_modules");
  return { aside, needed: needed().toJs(), compiled };
}

function fails(handle, request) {
  try {
    handle(request);
  } catch {
    return;
  }
  throw new Error(`Python took what it should refuse: ${request}`);
}

function write(archive, { compiled, needed }, without = {}) {
  for (const [path, name] of Object.entries(needed)) {
    if (path in without) continue;
    const target = join(out, archive, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, compiled(name).toJs());
  }
}

const base = await answer(["wizard"], job.requests);
write("wizard", base);
for (const [library, requests] of Object.entries(base.aside)) {
  const found = await answer(["wizard", library], requests);
  if (found.aside[library]) throw new Error(`the archive of ${library} does not hold ${library}`);
  write(library, found, base.needed);
}
for (const name of Object.keys(job.archives)) {
  if (name !== "wizard" && !base.aside[name]) throw new Error(`nothing on the whole path asks for ${name}`);
}
