/* Gets the runtime's files, checks each before its use, and starts Python with them.

   wizardRuntime(boot) gives {get, run, start}; `boot` is {folder, files: {KEY: {name, bytes, sha256}}}.
   start(heard) gives {post, stop}; what is heard: see worker.js, and progress({done, total}) in bytes. */
globalThis.wizardRuntime = ({ folder: place, files }) => {
  const folder = new URL(place, location.href).href;
  const AT_ONCE = ["engine", "wasm", "wizard"];
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
    let port, stopped;
    const failed = (error) => stopped || heard.failed({ why: error.why ?? "broken", detail: error.message });
    const listen = ({ data }) => {
      if (stopped) return;
      if (data.kind !== "needs") return heard[data.kind](data);
      const send = (archive) => port.postMessage({ kind: "library", name: data.name, archive });
      get(data.name).then(send, failed);
    };
    const loaded = {};
    const sum = (sizes) => sizes.reduce((all, size) => all + size);
    const total = sum(AT_ONCE.map((key) => files[key].bytes));
    const part = (key) =>
      get(key, (bytes) => {
        loaded[key] = bytes;
        heard.progress({ done: sum(Object.values(loaded)), total });
      });

    /* Some browsers refuse workers to pages that come from no server: Python then shares the page's thread. */
    async function onPage(engine, message) {
      await run(engine);
      const channel = new MessageChannel();
      wizardEngine(channel.port2);
      port = channel.port1;
      port.onmessage = listen;
      port.postMessage(message);
    }

    async function begin() {
      const [engine, wasm, archive] = await Promise.all(AT_ONCE.map(part));
      if (stopped) return;
      const message = { kind: "start", wasm, archive };
      try {
        port = new Worker(URL.createObjectURL(new Blob([engine], { type: "text/javascript" })));
      } catch {
        return onPage(engine, message);
      }
      port.onmessage = listen;
      port.onerror = (event) => {
        event.preventDefault();
        onPage(engine, message).catch(failed);
      };
      port.postMessage(message);
    }

    begin().catch(failed);
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
