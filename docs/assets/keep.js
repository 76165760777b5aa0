/* Without a network: registers the service worker, tells it what was visited, and shows what it says.
   The words stand in the page's footer. Where there is no service worker (a folder, a room's plain http) nothing shows. */
(() => {
  const box = document.getElementById("keep");
  const offered = navigator.serviceWorker;
  if (!box || !offered || !location.protocol.startsWith("http")) return;
  /* The first answers come first. */
  const PAUSE = 10000;
  const root = new URL(box.dataset.root, location.href);
  const say = (name) => {
    for (const part of box.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== name;
    box.hidden = false;
  };
  const button = box.querySelector("button");
  const bar = box.querySelector("progress");
  const frugal = navigator.connection?.saveData;
  let whole = false;

  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = box.dataset.manifest;
  document.head.append(link);

  function show({ kind, done, total, newest }) {
    if (kind === "progress") {
      say("keeping");
      bar.max = total;
      bar.value = done;
    }
    if (kind === "kept") say("kept");
    if (kind === "offered") say("offered");
    if (kind === "failed") say(whole ? "failed" : "offered");
    if (kind === "newest" && newest !== box.dataset.version) news("newer");
  }

  function news(name) {
    const notice = document.getElementById("news");
    for (const part of notice.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== name;
    notice.hidden = false;
  }

  /* A new version waits until no page of the old one is open, or until the visitor asks for it. */
  function met(waiting) {
    if (waiting) waiting.postMessage({ kind: "met", version: box.dataset.version });
  }
  function watch({ installing: coming }) {
    coming?.addEventListener("statechange", () => coming.state === "installed" && offered.controller && met(coming));
  }
  document.querySelector("#news button").addEventListener("click", async () => {
    const { waiting } = (await offered.getRegistration()) ?? {};
    if (!waiting) return location.reload();
    offered.addEventListener("controllerchange", () => location.reload());
    waiting.postMessage({ kind: "go" });
  });

  function tell(worker) {
    const used = performance.getEntriesByType("resource").map(({ name }) => name);
    worker.postMessage({ kind: "visited", lang: document.documentElement.lang.slice(0, 2), urls: [location.href, ...used] });
  }
  async function keep() {
    whole = true;
    (await offered.ready).active.postMessage({ kind: "keep" });
  }
  button.addEventListener("click", keep);
  offered.addEventListener("message", ({ data }) => show(data));

  async function start() {
    try {
      const known = await offered.register(new URL("sw.js", root), { scope: root.href, updateViaCache: "none" });
      const { active } = await offered.ready;
      if (frugal) active.postMessage({ kind: "ask" });
      else tell(active);
      met(known.waiting);
      watch(known);
      known.addEventListener("updatefound", () => watch(known));
      const wizard = document.getElementById("wz");
      const ready = () => wizard.dataset.ready && !frugal && setTimeout(keep, PAUSE);
      if (wizard && !ready()) new MutationObserver((_, seen) => ready() && seen.disconnect()).observe(wizard, { attributes: true });
    } catch {
      box.hidden = true;
    }
  }

  /* The version seen last: whoever comes back after a change is told so once. */
  try {
    const last = localStorage.getItem("five-links-version");
    if (last && last !== box.dataset.version) news("updated");
    localStorage.setItem("five-links-version", box.dataset.version);
  } catch {
    // Storage is refused: then nothing is told.
  }
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
})();
