/* Runs the shipped runtime, cut down as it is, under node.
   Usage: node trimmed.mjs RUNTIME BOOT < jobs     jobs: {advise: [{answers, lang, on}], ladder: [the same], requests: [text]}
   Prints {advise: [text], ladder: [text], requests: [text], failed: text}. */
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

/* Node would print a whole line of Pyodide's code, a megabyte of it, and lose the rest. */
process.on("uncaughtException", (error) => {
  writeFileSync(2, `${error?.stack ?? error}\n`);
  process.exit(1);
});
const [runtime, boot] = [process.argv[2], JSON.parse(readFileSync(process.argv[3], "utf-8"))];
const file = (key) => `${runtime}/${boot.files[key].name}`;
const jobs = JSON.parse(readFileSync(0, "utf-8"));
const pyodide = await loadPyodide({ stdLibURL: file("wizard") });
const { add_library, advise, handle, ladder } = pyodide.pyimport("wizard.bridge");

function answer(request) {
  const reply = handle(request);
  const { needs } = JSON.parse(reply);
  if (!needs) return reply;
  pyodide.FS.writeFile(`/lib/${needs}.zip`, readFileSync(file(needs)));
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
console.log(JSON.stringify(told));
