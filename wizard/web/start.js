/* Gets the runtime's files, checks each before its use, and starts Python with them.

   wizardRuntime(boot) gives {get, run, start}; `boot` is {folder, files: {KEY: {name, bytes, sha256}}}. "wasm" holds what
   is known to be needed; where more is, the whole is fetched and asked again.
   start(heard) gives {post, stop}; what is heard: see worker.js, and progress({done, total}) in bytes. */
globalThis.wizardRuntime = ({ folder: place, files }) => {
  const folder = new URL(place, location.href).href;
  const fault = (why, detail) => Object.assign(new Error(detail), { why });

  /* A server that is not secure has no crypto.subtle: there the browser checks while it fetches. */
  async function genuine(bytes, sha256) {
    if (crypto.subtle) {
      const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      return btoa(String.fromCharCode(...sum)) === sha256;
    }
    const url = URL.createObjectURL(new Blob([bytes]));
    const answer = await fetch(url, { integrity: `sha256-${sha256}` }).catch(() => {});
    URL.revokeObjectURL(url);
    return Boolean(answer);
  }

  /* The bytes of a file; what came broken is fetched once more. */
  async function get(key, tell = () => {}, share, fresh = false) {
    const { name, sha256 } = files[key];
    try {
      const bytes = await wizardBytes(folder, name, fresh, tell, share);
      if (await genuine(bytes, sha256)) return bytes;
      throw fault("damaged", name);
    } catch (error) {
      if (!fresh) return get(key, tell, share, true);
      throw error.why ? error : fault("missing", `${name} ${error.message}`);
    }
  }

  async function run(bytes) {
    const script = document.createElement("script");
    script.src = URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
    await new Promise((done, fail) => {
      [script.onload, script.onerror] = [done, () => fail(fault("blocked", ""))];
      document.head.append(script);
    });
  }

  function start(heard) {
    let port, stopped, asked;
    let wasm = "wasm";
    const failed = (error) => stopped || heard.failed({ why: error.why ?? "broken", detail: error.message });
    const listen = ({ data }) => {
      if (stopped || data.kind === "here") return;
      if (data.why === "cut" && wasm !== "whole" && files.whole) return again();
      if (data.kind === "ready" && asked) return port.postMessage(asked);
      if (data.kind !== "needs") return heard[data.kind](data);
      const send = (archive) => port.postMessage({ kind: "library", name: data.name, archive });
      get(data.name).then(send, failed);
    };
    let loaded = {};
    const sum = (sizes) => sizes.reduce((all, size) => all + size);
    const total = () => sum(["engine", wasm, "wizard"].map((key) => files[key].bytes));
    const part = (key, share) => {
      const tell = (bytes) => {
        loaded[key] = bytes;
        heard.progress({ done: sum(Object.values(loaded)), total: total() });
      };
      return get(key, tell, share);
    };

    /* Compiled while it arrives, used once it is checked. */
    async function module() {
      let compiled;
      const bytes = await part(wasm, ({ body }) => {
        compiled = WebAssembly.compileStreaming(new Response(body, { headers: { "Content-Type": "application/wasm" } }));
        compiled.catch(() => {});
      });
      const refused = ({ message }) => Promise.reject(fault("blocked", message));
      return compiled?.catch(refused) ?? bytes;
    }

    /* Some browsers refuse workers to pages that come from no server: Python then shares the page's thread. */
    async function engine(bytes) {
      const url = URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
      const inWorker = (done) => {
        const worker = new Worker(url);
        worker.onmessage = () => done(worker);
        worker.onerror = (event) => done(event.preventDefault());
      };
      port = await new Promise(inWorker).catch(() => {});
      if (!port) {
        await run(bytes);
        const channel = new MessageChannel();
        port = channel.port1;
        wizardEngine(channel.port2);
      }
      URL.revokeObjectURL(url);
      port.onmessage = listen;
    }

    async function begin() {
      const parts = [module(), part("wizard"), part("engine").then(engine)];
      const [code, archive] = await Promise.all(parts);
      if (stopped) port.terminate?.();
      else port.postMessage({ kind: "start", wasm: code, archive });
    }

    function again() {
      port.terminate?.();
      [wasm, loaded] = ["whole", {}];
      begin().catch(failed);
    }

    begin().catch(failed);
    return {
      post: (message) => port.postMessage((asked = message)),
      stop() {
        stopped = true;
        port?.terminate?.();
      },
    };
  }
  return { get, run, start };
};
