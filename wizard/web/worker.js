/* Python's side: starts it and passes requests to it, in a worker, or on the page where workers are refused.

   To it:    {kind: "parts", parts: {wasm, zip}}   their bytes: it starts before they are there
             {kind: "request", number, request}   as in wizard/app/handle.py
             {kind: "library", name, archive}     what the last request needed
   From it:  {kind: "here"}   {kind: "ready"}   {kind: "reply", number, reply}   {kind: "needs", name}
             {kind: "failed", why: "blocked"|"memory"|"broken"|"cut", message}   why "broken": this one request failed;
                                                        "cut": it needs what was left out of the engine */
globalThis.wizardEngine = (port) => {
  let python, bridge, asked, come;
  let parts = new Promise((done) => (come = done));

  const does = {
    async start() {
      python = await served();
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
      const cut = error?.name === "RuntimeError" && /unreachable/i.test(message);
      const blocked = /^(Compile|Eval)/.test(error?.name) && "blocked";
      const why = cut ? "cut" : blocked || (/memory/i.test(message) ? "memory" : "broken");
      port.postMessage({ kind: "failed", why, message });
    }
  };

  port.postMessage({ kind: "here" });
  queueMicrotask(() => port.onmessage({ data: { kind: "start" } }));

  /* Pyodide fetches both parts itself: they come from the page. A failure there it tells the console alone, or nobody. */
  async function served() {
    const { fetch } = globalThis;
    const { instantiateStreaming } = WebAssembly;
    let refuse;
    const refused = new Promise((_, fail) => (refuse = fail));
    globalThis.onunhandledrejection = ({ reason }) => refuse(reason);
    WebAssembly.instantiateStreaming = (...given) => instantiateStreaming(...given).catch(refuse);
    globalThis.fetch = async (...asked) => {
      const name = /^blob:\/.*\.(wasm|zip)$/.exec(asked[0])?.[1];
      return name ? new Response((await parts)[name], { headers: { "Content-Type": "application/wasm" } }) : fetch(...asked);
    };
    try {
      const options = { indexURL: "blob:/", packageBaseUrl: "blob:/", lockFileContents: pyodideLock };
      return await Promise.race([loadPyodide({ ...options, createPyodideModule }), refused]);
    } finally {
      parts = null;
      globalThis.fetch = fetch;
      globalThis.onunhandledrejection = null;
    }
  }
};
if (globalThis.WorkerGlobalScope) wizardEngine(globalThis);
