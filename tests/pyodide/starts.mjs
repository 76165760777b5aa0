/* Starts the shipped engine and asks it for a first advice.  Usage: node starts.mjs ENGINE WASM ARCHIVE
   Prints {started: [kind, why], answered: [kind, why]}; without the second where it does not start. */
import { readFileSync } from "node:fs";
import { start } from "../../scripts/runtime/in_node.mjs";

const [engine, wasm, archive] = process.argv.slice(2).map((path) => readFileSync(path));
const word = ({ kind, why }) => [kind, why ?? null];
const { told, ask } = await start({ engine: engine.toString(), wasm, archive });
const said = { started: word(told) };
if (told.kind === "ready") {
  const request = { lang: "zh", state: "", from: "", pairs: [], place: "start", do: "full", today: "2026-11-24" };
  said.answered = word(await ask({ kind: "request", number: 1, request }));
}
process.stdout.write(JSON.stringify(said), () => process.exit(0));
