/* Runs the shipped engine under node the way a browser's worker does: nothing of node's is to be seen while it starts.

   start({engine, wasm, archive, met}) gives {told, ask, python}: `told` is its first word ("ready" or a failure), `ask`
   sends a message and gives the answer, `python` is Pyodide itself. `engine` is text; `wasm` and `archive` are bytes;
   `met` may look at what the instance exports. Random numbers are the same each time. One engine a process, which does
   not end by itself. */
const { process } = globalThis;

export const buffer = ({ buffer: whole, byteOffset, byteLength }) => whole.slice(byteOffset, byteOffset + byteLength);

function drawn(array) {
  let state = 1;
  for (const nth of array.keys()) array[nth] = (state = (state * 48271) % 2147483647) & 255;
  return array;
}

export async function start({ engine, wasm, archive, met = () => {} }) {
  const heard = [];
  let wake = () => {};
  const next = async () => {
    while (!heard.length) await new Promise((done) => (wake = done));
    return heard.shift();
  };
  const postMessage = (message) => {
    heard.push(message);
    wake();
  };
  class WorkerGlobalScope {}
  Object.setPrototypeOf(Object.getPrototypeOf(globalThis), WorkerGlobalScope.prototype);
  const given = { WorkerGlobalScope, crypto: { getRandomValues: drawn }, importScripts() {}, postMessage, process: undefined };
  given.location = new URL("blob:http://127.0.0.1/engine");
  given.navigator = { userAgent: "Chrome" };
  given.self = globalThis;
  process.on("unhandledRejection", (reason) => {
    if (!globalThis.onunhandledrejection) throw reason;
    globalThis.onunhandledrejection({ reason });
  });
  for (const [name, value] of Object.entries(given)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...asked) => {
    const made = await instantiate.apply(WebAssembly, asked);
    if (made.instance) met(made.instance.exports);
    return made;
  };
  (0, eval)(engine);
  const load = globalThis.loadPyodide;
  let python;
  globalThis.loadPyodide = async (options) => (python = await load(options));
  await next();
  const ask = (data) => {
    globalThis.onmessage({ data });
    return next();
  };
  const told = await ask({ kind: "parts", parts: { wasm: buffer(wasm), zip: buffer(archive) } });
  globalThis.process = process;
  return { told, ask, python };
}
