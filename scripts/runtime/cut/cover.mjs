/* Finds what the wizard's whole path runs in the engine.
   Usage: node cover.mjs JOB OUT    JOB: {engine, wasm, archive, libraries: {NAME: path}, requests, failing, functions};
   wasm is a counted one (counted.py).
   Writes {started, ran: [number of function]}; `started` ran before the first request. */
import { readFileSync, writeFileSync } from "node:fs";
import { buffer, start } from "../in_node.mjs";

/* Node would repeat a whole line of Pyodide's code, a megabyte of it, and lose the rest; and it ends without a word
   where something never comes. */
let where = "as the engine started";
process.on("uncaughtException", (error) => {
  writeFileSync(2, `${error?.stack?.slice(-2000) ?? error}\n`);
  process.exit(1);
});
process.on("exit", (code) => code && writeFileSync(2, `this was ${where}\n`));
const [job, out] = [JSON.parse(readFileSync(process.argv[2], "utf-8")), process.argv[3]];
const { functions } = job;
let notes;
/* Room for the notes: memory that the heap has not reached yet is taken from it before anything runs. */
const met = (exports) => {
  const end = exports.emscripten_get_sbrk_ptr() / 4;
  const words = new Uint32Array(exports.memory.buffer);
  const begin = words[end];
  words[end] += (functions + 15) & ~15;
  exports["#notes"].value = begin;
  notes = () => new Uint8Array(exports.memory.buffer, begin, functions);
};
const engine = await start({
  engine: readFileSync(job.engine, "utf-8"),
  wasm: readFileSync(job.wasm),
  archive: readFileSync(job.archive),
  met,
});
if (engine.told.kind !== "ready") throw new Error(`the engine did not start: ${engine.told.message}`);
/* The garbage collector may come at any time, and knows every kind of object: here it comes often. */
engine.python.pyimport("gc").set_threshold(50, 2, 2);
const noted = () => [...notes().entries()].filter(([, note]) => note).map(([nth]) => nth);
const started = noted();

for (const [number, request] of job.requests.entries()) {
  where = `at request ${number}: ${JSON.stringify(request)}`;
  let answer = await engine.ask({ kind: "request", number, request });
  while (answer.kind === "needs") {
    const archive = buffer(readFileSync(job.libraries[answer.name]));
    answer = await engine.ask({ kind: "library", name: answer.name, archive });
  }
  if (answer.kind !== "reply") throw new Error(`no reply: ${answer.message}`);
}
for (const request of job.failing) {
  where = `at a request that fails: ${JSON.stringify(request)}`;
  const answer = await engine.ask({ kind: "request", number: -1, request });
  if (answer.kind !== "failed") throw new Error("Python took what it should refuse");
}
where = "in sweep.py";
engine.python.FS.writeFile("/lib/sweep.py", readFileSync(new URL("sweep.py", import.meta.url)));
engine.python.runPython("import sys; sys.path.append('/lib'); import sweep; sweep.sweep()");
where = "as garbage was collected";
/* What browsers do when they like: let go of Python's objects that nobody holds. */
globalThis.gc();
await new Promise((done) => setTimeout(done, 500));

writeFileSync(out, JSON.stringify({ started, ran: noted() }));
process.exit(0);
