/* The worker: fetches the runtime, starts Python, passes requests to it.

   Messages to the worker:  {kind: "start", folder, files: [{name, bytes}]}      once
                            {kind: "request", number, request}                  request as in wizard/app/handle.py
   Messages to the page:    {kind: "progress", done, total}                     bytes
                            {kind: "ready"}
                            {kind: "reply", number, reply}
                            {kind: "failed", why: "blocked"|"missing", detail}  nothing more will come
                            {kind: "broken", number, detail}                    this one request failed */

let pyodide, handle, folder;

onmessage = ({ data }) => (data.kind === "start" ? start(data) : answer(data));

async function start(message) {
  folder = message.folder;
  try {
    if (typeof WebAssembly !== "object") throw fault("blocked", "no WebAssembly");
    await wasmAllowed();
    handle = await python(await fetchAll(message.files));
    postMessage({ kind: "ready" });
  } catch (error) {
    postMessage({ kind: "failed", why: error.why ?? "missing", detail: lastLine(error) });
  }
}

/* Rare libraries come when asked for. */
async function answer({ number, request }) {
  try {
    let reply = JSON.parse(handle(JSON.stringify(request)));
    while (reply.needs) {
      const response = await fetch(`${folder}${reply.needs}.zip`);
      if (!response.ok) throw new Error(`${reply.needs}.zip: ${response.status}`);
      unpack(new Uint8Array(await response.arrayBuffer()));
      reply = JSON.parse(handle(JSON.stringify(request)));
    }
    postMessage({ kind: "reply", number, reply });
  } catch (error) {
    postMessage({ kind: "broken", number, detail: lastLine(error) });
  }
}

/* Of a traceback people get the last line. */
const lastLine = (error) => String(error.message ?? error).trim().split("\n").pop();

const fault = (why, message) => Object.assign(new Error(message), { why });

/* Where wasm is blocked, loadPyodide() waits for ever: ask first. */
async function wasmAllowed() {
  try {
    await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  } catch (error) {
    throw fault("blocked", error.message);
  }
}

async function fetchAll(files) {
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  const one = async ({ name, bytes }) => {
    const response = await fetch(folder + name, { credentials: "same-origin" });
    if (!response.ok) throw fault("missing", `${name}: ${response.status}`);
    const parts = [];
    for (const reader = response.body.getReader(); ; ) {
      const { done: end, value } = await reader.read();
      if (end) break;
      parts.push(value);
      done += value.length;
      postMessage({ kind: "progress", done, total });
    }
    const held = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    parts.reduce((at, part) => (held.set(part, at), at + part.length), 0);
    if (held.length !== bytes) throw fault("missing", `${name}: ${held.length} of ${bytes} bytes`);
    return [name, held];
  };
  return new Map(await Promise.all(files.map(one)));
}

/* Pyodide fetches wasm and stdlib itself: hand it what is here. */
async function python(held) {
  const real = globalThis.fetch;
  const types = { wasm: "application/wasm", zip: "application/zip" };
  globalThis.fetch = (url, options) => {
    const name = String(url?.url ?? url).split("/").pop();
    if (!held.has(name)) return real(url, options);
    return Promise.resolve(
      new Response(held.get(name), { headers: { "Content-Type": types[name.split(".").pop()] ?? "" } }),
    );
  };
  try {
    const { loadPyodide } = await import(`${folder}pyodide.mjs`);
    pyodide = await loadPyodide({
      indexURL: folder,
      packageBaseUrl: folder,
      lockFileContents: new TextDecoder().decode(held.get("lock.json")),
    });
    unpack(held.get("wizard.zip"));
    pyodide.runPython("import sys; sys.path.insert(0, '/wizard')");
    return pyodide.pyimport("wizard.bridge").handle;
  } finally {
    globalThis.fetch = real;
  }
}

function unpack(archive) {
  pyodide.unpackArchive(archive, "zip", { extractDir: "/wizard" });
}
