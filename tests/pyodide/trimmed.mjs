/* Runs the shipped runtime, cut down as it is, under node as a browser's worker does.
   Usage: node trimmed.mjs RUNTIME BOOT < requests     requests: [text]
   Prints {replies: [text], failed: text}. */
import { readFileSync, writeFileSync } from "node:fs";
import { start } from "../../scripts/runtime/in_node.mjs";

/* Node would print a whole line of Pyodide's code, a megabyte of it, and lose the rest. */
process.on("uncaughtException", (error) => {
  writeFileSync(2, `${error?.stack?.slice(-2000) ?? error}\n`);
  process.exit(1);
});
const [runtime, boot] = [process.argv[2], JSON.parse(readFileSync(process.argv[3]))];
const file = (key) => readFileSync(`${runtime}/${boot.files[key].name}`);
const requests = JSON.parse(readFileSync(0, "utf-8"));
const { told, python } = await start({ engine: file("engine").toString(), wasm: file("wasm"), archive: file("wizard") });
if (told.kind !== "ready") throw new Error(`the engine did not start: ${told.detail}`);
const { add_library, handle } = python.pyimport("wizard.bridge");

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

process.stdout.write(JSON.stringify({ replies: requests.map(answer), failed: failure() }), () => process.exit(0));
