/* Times one full advice per firm in the shipped engine. Usage: node advice.mjs RUNTIME < firms.json
   Prints seconds as JSON. */
import { readFileSync, readdirSync } from "node:fs";
import { start } from "../scripts/runtime/in_node.mjs";

const folder = process.argv[2];
const names = readdirSync(folder);
const part = (key, suffix) =>
  readFileSync(`${folder}/${names.find((name) => name.startsWith(`${key}.`) && name.endsWith(suffix))}`);
const firms = JSON.parse(readFileSync(0, "utf-8"));
const given = { engine: part("engine", ".js").toString(), wasm: part("wasm", ".wasm"), archive: part("wizard", ".zip") };
const { python } = await start(given);
const { advise } = python.pyimport("wizard.bridge");
advise("{}", "zh", "");
const seconds = firms.map((answers) => {
  const text = JSON.stringify(answers);
  const begun = performance.now();
  advise(text, "zh", "");
  return (performance.now() - begun) / 1000;
});
process.stdout.write(JSON.stringify(seconds), () => process.exit(0));
