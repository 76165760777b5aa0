/* Runs the shipped runtime, cut down as it is, under node as a browser's worker does.
   Usage: node trimmed.mjs RUNTIME BOOT < jobs     jobs: {advise: [{answers, lang, on}], ladder: [the same], requests: [text]}
   Prints {advise: [text], ladder: [text], requests: [text], failed: text}. */
import { readFileSync, writeFileSync } from "node:fs";
import { start } from "../../scripts/runtime/in_node.mjs";

/* Node would print a whole line of Pyodide's code, a megabyte of it, and lose the rest. */
process.on("uncaughtException", (error) => {
  writeFileSync(2, `${error?.stack?.slice(-2000) ?? error}\n`);
  process.exit(1);
});
const [runtime, boot] = [process.argv[2], JSON.parse(readFileSync(process.argv[3], "utf-8"))];
const file = (key) => readFileSync(`${runtime}/${boot.files[key].name}`);
const jobs = JSON.parse(readFileSync(0, "utf-8"));
const { told: first, python } = await start({
  engine: file("engine").toString(),
  wasm: file("wasm"),
  archive: file("wizard"),
});
if (first.kind !== "ready") throw new Error(`the engine did not start: ${first.message}`);
/* The garbage collector comes at other times than it did when the engine was cut. */
python.pyimport("gc").set_threshold(7, 3, 3);
const { add_library, advise, handle, ladder } = python.pyimport("wizard.bridge");

function answer(request) {
  const reply = handle(request);
  const { needs } = JSON.parse(reply);
  if (!needs) return reply;
  python.FS.writeFile(`/lib/${needs}.zip`, file(needs));
  add_library(`/lib/${needs}.zip`);
  return answer(request);
}

function failure() {
  try {
    return handle("{}");
  } catch (error) {
    return error.message;
  }
}

const told = {
  advise: jobs.advise.map(({ answers, lang, on }) => advise(JSON.stringify(answers), lang, on)),
  ladder: jobs.ladder.map(({ answers, lang, on }) => ladder(JSON.stringify(answers), lang, on)),
  requests: jobs.requests.map(answer),
  failed: failure(),
};
process.stdout.write(JSON.stringify(told), () => process.exit(0));
