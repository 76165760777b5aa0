/* Python's side: starts it and passes requests to it, in a worker, or on the page where workers are refused.

   To it:    {kind: "start", wasm, archive}        the compiled module, the archive's bytes
             {kind: "request", number, request}   as in wizard/app/handle.py
             {kind: "library", name, archive}     what the last request needed
   From it:  {kind: "here"}   {kind: "ready"}   {kind: "reply", number, reply}   {kind: "needs", name}
             {kind: "failed", why: "blocked"|"memory"|"broken"|"cut", detail}   why "broken": this one request failed;
                                                        "cut": it needs what was left out of the engine */
globalThis.wizardEngine = (port) => {
  let python, bridge, asked;

  const does = {
    async start({ wasm, archive }) {
      python = await served(wasm, archive);
      bridge = python.pyimport("wizard.bridge");
      port.postMessage({ kind: "ready" });
    },
    request(message) {
      asked = message;
      const reply = JSON.parse(bridge.handle(JSON.stringify(message.request)));
      if (reply.needs) port.postMessage({ kind: "needs", name: reply.needs });
      else port.postMessage({ kind: "reply", number: message.number, reply });
    },
    library({ name, archive }) {
      const path = `/lib/${name}.zip`;
      python.FS.writeFile(path, new Uint8Array(archive));
      bridge.add_library(path);
      does.request(asked);
    },
  };

  port.onmessage = async ({ data }) => {
    try {
      await does[data.kind](data);
    } catch (error) {
      const detail = String(error?.message ?? error).trim().split("\n").pop();
      const cut = error instanceof WebAssembly.RuntimeError && /unreachable/i.test(error.message);
      const why = error.why ?? (cut ? "cut" : /memory/i.test(detail) ? "memory" : "broken");
      port.postMessage({ kind: "failed", why, detail });
    }
  };

  port.postMessage({ kind: "here" });

  /* Pyodide fetches wasm and library itself: both are here already. A failure there it tells the console alone, or
     nobody. */
  async function served(module, archive) {
    const { fetch } = globalThis;
    let refuse;
    const refused = new Promise((_, fail) => (refuse = fail));
    globalThis.onunhandledrejection = ({ reason }) => refuse(reason);
    globalThis.fetch = async () => new Response(archive);
    WebAssembly.instantiateStreaming = async (_, imports) => {
      const instance = await WebAssembly.instantiate(module, imports).catch(refuse);
      return { module, instance };
    };
    try {
      const options = { indexURL: "blob:/", packageBaseUrl: "blob:/", lockFileContents: pyodideLock };
      return await Promise.race([loadPyodide({ ...options, createPyodideModule }), refused]);
    } finally {
      globalThis.fetch = fetch;
      globalThis.onunhandledrejection = null;
    }
  }
};
if (globalThis.WorkerGlobalScope) wizardEngine(globalThis);
