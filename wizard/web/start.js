/* Gets the runtime's files, checks each before its use, and starts Python with them: at once, since this script stands
   where there is no page to see yet.

   wizardRuntime is {get, run, start}, made from #wz-boot: {folder, files: {KEY: {name, bytes, sha256}}}. "wasm" holds
   what is known to be needed; where more is, the whole one is started in its place.
   start(heard) gives {post, stop}; what is heard: see worker.js, and progress({done, total}) in bytes. `ready` may be
   heard again: what has no answer by then is to be asked again. */
globalThis.wizardRuntime = (({ folder: place, files }) => {
  const folder = new URL(place, location).href;
  const fault = (why, detail) => Object.assign(new Error(detail), { why });
  const address = (bytes) => URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));

  /* A server that is not secure has no crypto.subtle: there the browser checks while it fetches. */
  async function genuine(bytes, sha256) {
    if (crypto.subtle) {
      const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      return btoa(String.fromCharCode(...sum)) === sha256;
    }
    const url = address(bytes);
    const answer = await fetch(url, { integrity: `sha256-${sha256}` }).catch(() => {});
    URL.revokeObjectURL(url);
    return !!answer;
  }

  /* The bytes of a file; what came broken is fetched once more. */
  async function get(key, tell = () => {}, fresh = false) {
    const { name, bytes: size, sha256 } = files[key];
    try {
      const bytes = await wizardBytes(folder, name, size, fresh, tell);
      if (await genuine(bytes, sha256)) return bytes;
      throw fault("damaged", name);
    } catch (error) {
      if (!fresh) return get(key, tell, true);
      throw error.why ? error : fault("missing", `${name} ${error.message}`);
    }
  }

  async function run(bytes) {
    const script = document.createElement("script");
    script.src = address(bytes);
    await new Promise((done, fail) => {
      [script.onload, script.onerror] = [done, () => fail(fault("blocked"))];
      document.head.append(script);
    });
  }

  /* One Python. What it says waits for a listener. */
  function python() {
    let port, stopped, wasm, done, total, hear;
    const listener = new Promise((done) => (hear = done));
    const say = (kind, data) => listener.then((heard) => stopped || heard[kind](data));
    const failed = (error) => say("failed", error);
    const listen = ({ data }) => {
      if (stopped || data.kind === "here") return;
      if (data.why === "cut") {
        port.terminate?.();
        return wasm === "wasm" && files.whole ? begin("whole") : failed({ message: data.message });
      }
      if (data.kind !== "needs") return say(data.kind, data);
      const send = (archive) => port.postMessage({ kind: "library", name: data.name, archive });
      get(data.name).then(send, failed);
    };
    const part = (key, had = 0) => {
      total += files[key].bytes;
      return get(key, (bytes) => {
        done += bytes - had;
        had = bytes;
        say("progress", { done, total });
      });
    };

    /* Some browsers refuse workers to pages that come from no server: Python then shares the page's thread. */
    async function engine(bytes) {
      const url = address(bytes);
      port = await new Promise((done) => {
        const worker = new Worker(url);
        worker.onmessage = () => done(worker);
        worker.onerror = (event) => done(event.preventDefault());
      }).catch(() => {});
      URL.revokeObjectURL(url);
      if (!port) {
        if (!globalThis.wizardEngine) await run(bytes);
        const own = { postMessage: (data) => setTimeout(listen, 0, { data }) };
        wizardEngine(own);
        port = { postMessage: (data) => own.onmessage({ data }) };
      }
      port.onmessage = listen;
      if (stopped) port.terminate?.();
    }

    function begin(key) {
      [wasm, done, total] = [key, 0, 0];
      const give = ([wasm, zip]) => port.postMessage({ kind: "parts", parts: { wasm, zip } }, [wasm, zip]);
      Promise.all([part(wasm), part("wizard"), part("engine").then(engine)]).then(give).catch(failed);
    }

    begin("wasm");
    return {
      hear,
      post: (message) => port.postMessage(message),
      stop() {
        stopped = true;
        port?.terminate?.();
      },
    };
  }

  let begun = python();
  function start(heard) {
    const engine = begun ?? python();
    begun = null;
    engine.hear(heard);
    return engine;
  }
  return { get, run, start };
})(JSON.parse(document.getElementById("wz-boot").textContent));
