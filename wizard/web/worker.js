/* Python's side: starts it and passes requests to it, in a worker, or on the page where workers are refused.

   To it:    {kind: "parts", parts: {wasm, zip}}   their bytes: it starts before they are there
             {kind: "request", number, request}   as in wizard/app/handle.py
             {kind: "library", name, archive}     what the last request needed
   From it:  {kind: "here"}   {kind: "ready"}   {kind: "reply", number, reply}   {kind: "needs", name}
             {kind: "failed", why: "blocked"|"memory"|"broken"|"cut", message}   why "broken": this one request failed;
                                                        "cut": it needs what was left out of the engine */
globalThis.wizardEngine = (port) => {
  let python, bridge, asked, come;
  const parts = new Promise((done) => (come = done));
  const CAUSES = { cut: /^RuntimeError .*unreachable/i, blocked: /^(Compile|Eval)/, memory: /memory/i };

  const does = {
    /* Pyodide fetches both parts itself: they come from the page. Of a stream the browser would keep two copies more;
       and what was used goes to nobody, see fetch.js. A failure there Pyodide tells the console alone, or nobody. */
    async start() {
      const { fetch } = globalThis;
      let refuse;
      const refused = new Promise((_, fail) => (refuse = fail));
      globalThis.onunhandledrejection = ({ reason }) => refuse(reason);
      WebAssembly.instantiateStreaming = async (_, imports) =>
        WebAssembly.instantiate((await parts).wasm, imports).catch(refuse);
      const archive = { ok: true, arrayBuffer: async () => (await parts).zip };
      globalThis.fetch = (...asked) => (/^blob:\/py/.test(asked[0]) ? archive : fetch(...asked));
      try {
        const given = { indexURL: "blob:/", packageBaseUrl: "blob:/", lockFileContents: pyodideLock, createPyodideModule };
        python = await Promise.race([loadPyodide(given), refused]);
      } finally {
        globalThis.fetch = fetch;
        globalThis.onunhandledrejection = null;
      }
      const { port1, port2 } = new MessageChannel();
      port1.postMessage(null, Object.values(await parts));
      port2.close();
      bridge = python.pyimport("wizard.bridge");
      port.postMessage({ kind: "ready" });
    },
    parts: (message) => come(message.parts),
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
      const message = String(error?.message ?? error).trim().split("\n").pop();
      const why = Object.keys(CAUSES).find((cause) => CAUSES[cause].test(`${error?.name} ${message}`)) ?? "broken";
      port.postMessage({ kind: "failed", why, message });
    }
  };

  port.postMessage({ kind: "here" });
  queueMicrotask(() => port.onmessage({ data: { kind: "start" } }));
};
if (globalThis.WorkerGlobalScope) wizardEngine(globalThis);
