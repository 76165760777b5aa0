/* Gets the runtime's files, checks each before its use, and starts Python with them.

   wizardRuntime(boot) gives {get, run, start}; `boot` is {folder, files: {KEY: {name, bytes, sha256}}}. "wasm" holds what
   is known to be needed; where more is, the whole one is started in its place.
   start(heard) gives {post, stop}; what is heard: see worker.js, and progress({done, total}) in bytes. `ready` may be
   heard again: what has no answer by then is to be asked again. */
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
  async function get(key, tell = () => {}, fresh = false) {
    const { name, sha256 } = files[key];
    try {
      const bytes = await wizardBytes(folder, name, fresh, tell);
      if (await genuine(bytes, sha256)) return bytes;
      throw fault("damaged", name);
    } catch (error) {
      if (!fresh) return get(key, tell, true);
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
    let port, stopped, wasm, loaded;
    const failed = (error) => stopped || heard.failed({ why: error.why ?? "broken", detail: error.message });
    const listen = ({ data }) => {
      if (stopped || data.kind === "here") return;
      if (data.why === "cut") {
        port.terminate?.();
        return wasm === "wasm" && files.whole ? begin("whole") : failed({ message: data.detail });
      }
      if (data.kind !== "needs") return heard[data.kind](data);
      const send = (archive) => port.postMessage({ kind: "library", name: data.name, archive });
      get(data.name).then(send, failed);
    };
    const sum = (size) => ["engine", wasm, "wizard"].reduce((all, key) => all + size(key), 0);
    const part = (key) => {
      const tell = (bytes) => {
        loaded[key] = bytes;
        heard.progress({ done: sum((key) => loaded[key] ?? 0), total: sum((key) => files[key].bytes) });
      };
      return get(key, tell);
    };

    /* Compiled beside the page's thread, once it is checked. */
    async function module() {
      const bytes = await part(wasm);
      return WebAssembly.compile(bytes).catch(({ message }) => Promise.reject(fault("blocked", message)));
    }

    /* Some browsers refuse workers to pages that come from no server: Python then shares the page's thread. (A real
       channel would refuse the compiled module there.) */
    async function engine(bytes) {
      const url = URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
      port = await new Promise((done) => {
        const worker = new Worker(url);
        worker.onmessage = () => done(worker);
        worker.onerror = (event) => done(event.preventDefault());
      }).catch(() => {});
      if (!port) {
        if (!globalThis.wizardEngine) await run(bytes);
        const own = { postMessage: (data) => setTimeout(listen, 0, { data }) };
        wizardEngine(own);
        port = { postMessage: (data) => own.onmessage({ data }) };
      }
      URL.revokeObjectURL(url);
      port.onmessage = listen;
    }

    async function begin(key) {
      [wasm, loaded] = [key, {}];
      try {
        const [code, archive] = await Promise.all([module(), part("wizard"), part("engine").then(engine)]);
        if (stopped) port.terminate?.();
        else port.postMessage({ kind: "start", wasm: code, archive });
      } catch (error) {
        failed(error);
      }
    }

    begin("wasm");
    return {
      post: (message) => port.postMessage(message),
      stop() {
        stopped = true;
        port?.terminate?.();
      },
    };
  }
  return { get, run, start };
};
