/* Drives Firefox over WebDriver BiDi for tests: one JSON request a line on standard input, one JSON reply a line.
   Requests: {do: "open", url} | {do: "run", code} | {do: "leave", code} | {do: "print"}; a reply is {value} or {error}. */
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

const does = {
  async open({ url }) {
    await page.goto(url, { waitUntil: "domcontentloaded" });
  },
  run: ({ code }) => page.evaluate(`(async () => { ${code} })()`),
  async print() {
    return Buffer.from(await page.pdf()).toString("base64");
  },
  leave: ({ code }) => Promise.all([page.waitForNavigation({ waitUntil: "domcontentloaded" }), page.evaluate(code)]),
};

console.log(JSON.stringify({ value: await browser.version() }));
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  try {
    const value = await does[request.do](request);
    console.log(JSON.stringify({ value: request.do !== "open" && request.do !== "leave" ? (value ?? null) : null }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error.message ?? error) }));
  }
}
await browser.close();
