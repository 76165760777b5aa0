/* The page's side: sends forms to the worker, morphs in what comes back, keeps the state. It knows no question, no
   rule and no text. A classic script, so that it also runs where a page is opened from a folder. */
(() => {
  const root = document.getElementById("wz");
  if (!root) return;
  const boot = JSON.parse(document.getElementById("wz-boot").textContent);
  const folder = new URL(boot.folder, location.href).href;
  const STORE = "five-links";
  const STALLED = 30000;
  const $ = (id) => document.getElementById(id);
  const loading = $("wz-loading");

  /* kept: {state, draft}. `state` comes from Python and is opaque; `draft` is a form that was not sent yet. */
  let kept = recall();
  let worker, ready, waiting, number, watch;

  /* Storage may be refused (private windows, some file pages): everything then works, and nothing is kept. A change
     of language carries the answers over in the window's own name, which browsers clear when the site changes. */
  function recall() {
    let text = window.name.startsWith(STORE) ? window.name.slice(STORE.length) : "";
    window.name = "";
    try {
      text ||= localStorage.getItem(STORE) || "";
    } catch {
      /* refused */
    }
    try {
      return { state: "", draft: null, ...JSON.parse(text || "{}") };
    } catch {
      return { state: "", draft: null };
    }
  }
  function keep(change) {
    kept = { ...kept, ...change };
    try {
      localStorage.setItem(STORE, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }

  const here = () => decodeURIComponent(location.hash.replace(/^#\/?/, ""));
  const draftOf = (form) => ({
    from: root.dataset.place ?? "",
    pairs: [...new FormData(form)].filter(([name]) => name !== "do"),
  });
  const formHere = () => root.querySelector("form.wz-form");

  function start() {
    ready = false;
    number = 0;
    for (const box of document.querySelectorAll("[data-failure]")) box.hidden = true;
    const resumes = !root.dataset.place && (kept.state || kept.draft || here());
    root.inert = Boolean(resumes);
    loading.hidden = !(waiting || resumes);
    if (resumes) waiting ??= { do: "", moved: false };
    worker = new Worker(`${folder}worker.js`, { type: "module" });
    worker.onmessage = ({ data }) => heard[data.kind](data);
    worker.onerror = (event) => heard.failed({ why: "missing", detail: event.message || "worker.js" });
    worker.postMessage({ kind: "start", folder, files: boot.files });
    alive();
  }

  function alive() {
    clearTimeout(watch);
    watch = setTimeout(() => heard.failed({ why: "stalled", detail: "" }), STALLED);
  }

  const heard = {
    progress({ done, total }) {
      alive();
      const text = $("wz-bytes");
      const mb = (bytes) => (bytes / 1e6).toFixed(1);
      $("wz-bar").value = (100 * done) / total;
      text.textContent = text.dataset.text.replace("{done}", mb(done)).replace("{total}", mb(total));
    },
    ready() {
      ready = true;
      clearTimeout(watch);
      root.dataset.ready = "true";
      if (waiting) post();
    },
    reply({ number: answered, reply }) {
      if (answered !== number) return;
      clearTimeout(watch);
      const { moved } = waiting;
      waiting = null;
      show(reply, moved);
    },
    failed({ why, detail }) {
      clearTimeout(watch);
      worker.terminate();
      ready = false;
      loading.hidden = true;
      root.inert = false;
      const box = document.querySelector(`[data-failure="${why}"]`);
      box.querySelector("[data-detail]").textContent = detail;
      box.hidden = false;
      if (waiting?.moved) box.focus();
    },
    broken({ detail }) {
      heard.failed({ why: "missing", detail });
    },
  };

  /* Asks for what was pressed, or for the place in the address. The form goes along, so that nothing typed is lost. */
  function send(action) {
    if (formHere()) keep({ draft: draftOf(formHere()) });
    waiting = { do: action, moved: true };
    if (ready) post();
    else loading.hidden = false;
  }

  function post() {
    number += 1;
    root.setAttribute("aria-busy", "true");
    const { from, pairs } = kept.draft ?? { from: root.dataset.place ?? here(), pairs: [] };
    const request = { lang: boot.lang, state: kept.state, from, pairs, place: here(), ...waiting };
    worker.postMessage({ kind: "request", number, request });
    alive();
  }

  function show(reply, moved) {
    keep({ state: reply.state, draft: null });
    Idiomorph.morph(root, reply.html, { morphStyle: "innerHTML" });
    root.dataset.place = reply.place;
    root.inert = false;
    root.removeAttribute("aria-busy");
    loading.hidden = true;
    document.title = reply.title;
    if (here() !== reply.place) history[moved ? "pushState" : "replaceState"](null, "", `#/${reply.place}`);
    if (moved) {
      $(reply.focus).focus({ preventScroll: true });
      root.scrollIntoView();
    }
  }

  root.addEventListener("submit", (event) => {
    event.preventDefault();
    send(event.submitter?.value || "continue");
  });
  root.addEventListener("click", (event) => {
    const field = event.target.closest("[data-focus]");
    if (field) {
      event.preventDefault();
      $(field.dataset.focus).focus();
    }
    if (event.target.closest("[data-print]")) print();
  });
  root.addEventListener("input", () => formHere() && keep({ draft: draftOf(formHere()) }));
  addEventListener("hashchange", () => {
    if (here() !== (root.dataset.place ?? "") && (location.hash === "" || location.hash.startsWith("#/"))) send("");
  });
  for (const retry of document.querySelectorAll("[data-retry]")) retry.addEventListener("click", start);
  for (const other of document.querySelectorAll("[data-switch]")) {
    other.addEventListener("click", () => {
      other.hash = location.hash;
      if (!keep({})) window.name = STORE + JSON.stringify(kept);
    });
  }

  start();
})();
