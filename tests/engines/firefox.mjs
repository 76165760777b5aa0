/* Drives Firefox over WebDriver BiDi for tests: one JSON request a line on standard input, one JSON reply a line.
   Requests: {do: "open", url} | {do: "run", code} | {do: "requests"}; a reply is {value} or {error}. */
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.argv[2],
  headless: true,
  protocolTimeout: 180000,
  extraPrefsFirefox: JSON.parse(process.argv[3] ?? "{}"),
});
const page = await browser.newPage();
let requests = [];
page.on("request", (request) => requests.push(request.url()));

const does = {
  async open({ url }) {
    requests = [];
    await page.goto(url, { waitUntil: "domcontentloaded" });
  },
  run: ({ code }) => page.evaluate(`(async () => { ${code} })()`),
  requests: () => requests,
};

console.log(JSON.stringify({ value: await browser.version() }));
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  try {
    console.log(JSON.stringify({ value: (await does[request.do](request)) ?? null }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error.message ?? error) }));
  }
}
await browser.close();
