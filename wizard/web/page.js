/* The page's side: sends forms to the worker, morphs in what comes back, keeps the state, saves files. It knows no
   question, rule or text. A classic script, so that it also runs from a folder.

   #wz-boot: {lang, app}; for the rest of it see start.js. What has data-typed is left as it is. A reply with `keep` false is not kept; one with `more` is asked on at once.
   wizardPage is for the scripts of single pages: {send}. */
(() => {
  const $ = (id) => document.getElementById(id);
  const root = $("wz");
  if (!root || root.hidden) return;
  const shown = root.dataset;
  const { lang, app } = JSON.parse($("wz-boot").textContent);
  const STORE = `five-links${app ? `-${app}` : ""}`;
  const loading = $("wz-loading");

  /* kept: {state, draft, keep}. `state` comes from Python and is opaque; `draft` is a form that was not sent yet;
     `keep` false means that nothing is stored.
     `jobs` are requests in order, the first one under way: the next sees the state that it leaves.
     `late` are the fields changed since the last request: its reply does not know of them. */
  let kept = recall();
  const jobs = [];
  const late = new Set();
  let engine, ready, number, watch;

  /* Where storage is refused, a change of language carries the answers in the window's name. */
  function recall() {
    const carried = window.name.startsWith(STORE) && window.name.slice(STORE.length);
    window.name = "";
    try {
      return JSON.parse(carried || localStorage.getItem(STORE) || '{"state":""}');
    } catch {
      return { state: "" };
    }
  }
  function keep(change) {
    kept = { ...kept, ...change };
    const keeps = kept.keep ?? !app;
    try {
      if (keeps && (kept.state || kept.draft)) localStorage.setItem(STORE, JSON.stringify(kept));
      else localStorage.removeItem(STORE);
      return keeps;
    } catch {
      $("wz-unkept").hidden = false;
      return false;
    }
  }

  const here = () => decodeURIComponent(location.hash.replace(/^#\/?/, ""));
  const draftOf = (form) => ({
    from: shown.place ?? "",
    pairs: [...new FormData(form)].filter(([name, value]) => name !== "do" && typeof value === "string"),
  });
  const formHere = () => root.querySelector("form.wz-form");

  function start() {
    ready = false;
    number = 0;
    for (const box of document.querySelectorAll("[data-failure]")) box.hidden = true;
    const resumes = !shown.place && (kept.state || kept.draft || here());
    root.inert = resumes;
    if (resumes && !jobs.length) jobs.push({ do: "", draft: kept.draft, place: here() });
    loading.hidden = !jobs.length;
    engine = wizardRuntime.start(heard);
    alive();
  }

  /* Half a minute without a word: then it has stalled. */
  function alive() {
    clearTimeout(watch);
    watch = setTimeout(heard.failed, 30000, { why: "stalled" });
  }

  const heard = {
    progress(sizes) {
      alive();
      loading.hidden = !jobs.length;
      const text = $("wz-bytes");
      $("wz-bar").value = (100 * sizes.done) / sizes.total;
      text.textContent = text.dataset.text.replace(/{(\w+)}/g, (_, key) => (sizes[key] / 1e6).toFixed(1));
    },
    ready() {
      ready = true;
      clearTimeout(watch);
      root.dataset.ready = "true";
      if (app && !jobs.length) jobs.push({ do: "", place: here() });
      post();
    },
    reply({ number: answered, reply }) {
      if (answered !== number) return;
      clearTimeout(watch);
      show(reply, jobs.shift());
      post();
    },
    failed({ why = "broken", message }) {
      clearTimeout(watch);
      engine.stop();
      ready = false;
      loading.hidden = true;
      root.inert = false;
      const box = document.querySelector(`[data-failure="${why}"]`);
      box.querySelector("[data-detail]").textContent = message;
      box.hidden = false;
      if (jobs[0]?.moved) box.focus();
    },
  };

  /* Asks for what was pressed, or for the place in the address. The form goes along, so that nothing typed is lost. */
  function send(action, pressed, form = formHere(), extra = []) {
    const draft = form && draftOf(form);
    late.clear();
    if (draft && form === formHere()) keep({ draft });
    jobs.push({ do: action, moved: true, pressed, draft, extra, place: here() });
    if (!ready) loading.hidden = false;
    else if (jobs.length === 1) post();
  }

  function post() {
    if (!jobs.length) return;
    number += 1;
    root.ariaBusy = true;
    const { draft, extra = [], place, do: action } = jobs[0];
    const { from, pairs } = draft ?? { from: shown.place ?? here(), pairs: [] };
    const now = new Date();
    const today = new Date(now - 6e4 * now.getTimezoneOffset()).toISOString().slice(0, 10);
    const asked = { lang, app, today, room: !!document.body.dataset.room, state: kept.state, from, place, do: action };
    engine.post({ kind: "request", number, request: { ...asked, pairs: [...pairs, ...extra] } });
    alive();
  }

  function show(reply, { moved, pressed }) {
    keep({ state: reply.state, draft: jobs[0]?.draft ?? null, keep: reply.keep });
    if (!jobs.length || shown.place !== reply.place) draw(reply, moved, pressed);
    if (reply.more) send(reply.more, null, null);
    for (const file of reply.files) save(file).catch(heard.failed);
  }

  /* What was changed after this was asked stays. Where more was asked at the same place, that reply is drawn alone.
     Another place is drawn anew, which is quicker; a room keeps what is being typed. */
  function draw({ html, place, title, focus }, moved, pressed) {
    const stays = (old) => old.dataset?.typed || late.has(old);
    if (!app && shown.place !== place) root.innerHTML = html;
    else Idiomorph.morph(root, html, { morphStyle: "innerHTML", callbacks: { beforeNodeMorphed: (old) => !stays(old) } });
    shown.place = place;
    root.inert = false;
    root.ariaBusy = null;
    loading.hidden = true;
    document.title = title;
    if (here() !== place) history[moved ? "pushState" : "replaceState"](null, "", `#/${place}`);
    if (moved && focus) {
      const target = $(focus);
      target.focus({ preventScroll: true });
      (target.closest("tr") ?? root).scrollIntoView();
    } else if (moved && pressed) {
      const again = $(pressed);
      (again && !again.disabled ? again : $("wz-title")).focus({ preventScroll: !!again });
    }
  }

  async function save(file) {
    const box = $("wz-files");
    if ("copy" in file) return copy(file.copy, box);
    const made = ["docx", "picture"].find((kind) => file[kind]);
    if (made && !globalThis.wizardMade?.[made]) await wizardRuntime.run(await wizardRuntime.get(made));
    const blob = made ? await wizardMade[made](file) : new Blob([file.text], { type: `${file.type};charset=utf-8` });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = link.textContent = file.name;
    box.replaceChildren(box.dataset.saved.replace("{name}", file.name), " ", link);
    link.click();
  }

  /* Where the clipboard is refused: the old command, then the text to copy by hand. */
  async function copy(text, box) {
    const area = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, rows: 8 });
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      box.replaceChildren(area);
      area.select();
      if (!document.execCommand("copy")) return box.prepend(box.dataset.byHand);
    }
    box.replaceChildren(box.dataset.copied);
  }

  root.onsubmit = (event) => {
    event.preventDefault();
    const { target: form, submitter } = event;
    send(submitter?.value || "continue", submitter?.id, form.dataset.own ? form : undefined);
  };
  root.onclick = (event) => {
    const at = (name) => event.target.closest(`[data-${name}]`);
    const field = at("focus");
    if (field) {
      event.preventDefault();
      $(field.dataset.focus).focus();
    }
    if (at("print")) print();
    const link = at("copy-link");
    const text = at("copy");
    if (link) copy(location.href.split("#")[0] + link.dataset.copyLink, $("wz-copied"));
    else if (text) copy($(text.dataset.copy).textContent, $("wz-copied"));
  };
  root.oninput = ({ target }) => {
    late.add(target);
    if (formHere()) keep({ draft: draftOf(formHere()) });
  };
  root.onchange = async ({ target }) => {
    if (target.dataset.fileInto) $(target.dataset.fileInto).value = await target.files[0].text();
    const live = target.form?.dataset.live;
    if (live) send(live, target.id);
  };

  let dragged;
  const item = (event) => event.target.closest?.("[data-item]");
  root.ondragstart = (event) => (dragged = item(event)?.dataset.item);
  root.ondragover = (event) => dragged && item(event) && event.preventDefault();
  root.ondrop = (event) => {
    const onto = item(event)?.dataset.item;
    if (dragged && onto && dragged !== onto) send(`put:${dragged}=${onto}`);
    dragged = null;
  };

  window.onhashchange = () => {
    if (here() !== (shown.place ?? "") && /^(#\/|$)/.test(location.hash)) send("");
  };
  for (const retry of document.querySelectorAll("[data-retry]")) retry.onclick = start;
  for (const other of document.querySelectorAll("[data-switch]")) {
    other.onclick = () => {
      other.hash = location.hash;
      if (!keep({})) window.name = STORE + JSON.stringify(kept);
    };
  }

  start();
  window.wizardPage = { send };
})();
