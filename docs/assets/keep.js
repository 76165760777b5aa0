/* Without a network: registers the service worker, tells it what was visited, and shows what it says.
   The words stand in the page's footer. Where there is no service worker (a folder, a room's plain http) nothing shows. */
(() => {
  const box = document.getElementById("keep");
  const offered = navigator.serviceWorker;
  if (!box || !offered || !location.protocol.startsWith("http")) return;
  /* On the wizard's page the first answers come first. */
  const PAUSE = 10000;
  const OPENED = "five-links-opened";
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
    if (kind === "offered") {
      if (opened() && !frugal && !whole) keep();
      else say("offered");
    }
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

  /* Whoever opened the wizard keeps all of it, also where they leave its page at once. */
  const wizard = document.getElementById("wz");
  function opened() {
    if (wizard) return true;
    try {
      return Boolean(localStorage.getItem(OPENED));
    } catch {
      return false;
    }
  }
  function afterFirstAnswers() {
    const ready = () => wizard.dataset.ready && setTimeout(start, PAUSE);
    if (!ready()) new MutationObserver((_, seen) => ready() && seen.disconnect()).observe(wizard, { attributes: true });
  }

  async function start() {
    try {
      const known = await offered.register(new URL("sw.js", root), { scope: root.href, updateViaCache: "none" });
      const { active } = await offered.ready;
      if (frugal) active.postMessage({ kind: "ask" });
      else tell(active);
      met(known.waiting);
      watch(known);
      known.addEventListener("updatefound", () => watch(known));
    } catch {
      box.hidden = true;
    }
  }

  /* The version seen last: whoever comes back after a change is told so once. */
  try {
    const last = localStorage.getItem("five-links-version");
    if (last && last !== box.dataset.version) news("updated");
    localStorage.setItem("five-links-version", box.dataset.version);
    if (wizard) localStorage.setItem(OPENED, "yes");
  } catch {
    // Storage is refused: then nothing is told.
  }
  if (wizard) afterFirstAnswers();
  else if (document.readyState === "complete") start();
  else addEventListener("load", start);
})();
