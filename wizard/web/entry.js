/* The page for typing in paper answers: sends keys and forms to the worker, shows what comes back. It knows no
   question, rule or text. Keys that come faster than answers wait their turn, so that none lands in the wrong place. */
(() => {
  const root = document.getElementById("wz");
  const boot = JSON.parse(document.getElementById("wz-boot").textContent);
  const STORE = "five-links-entry";
  const $ = (id) => document.getElementById(id);
  const jobs = [];
  let state = recall();
  let ready, engine;
  let number = 0;

  /* For as long as the tab is open, and no longer. */
  function recall() {
    try {
      return sessionStorage.getItem(STORE) ?? "";
    } catch {
      return "";
    }
  }
  function keep(text) {
    state = text;
    try {
      sessionStorage.setItem(STORE, text);
    } catch {
      $("wz-unkept").hidden = false;
    }
  }

  const heard = {
    progress({ done, total }) {
      $("wz-loading").hidden = false;
      $("wz-bar").value = (100 * done) / total;
    },
    ready() {
      ready = true;
      $("wz-loading").hidden = true;
      root.dataset.ready = "true";
      post();
    },
    reply({ number: answered, reply }) {
      if (answered !== number) return;
      const { pressed, do: action } = jobs.shift();
      const before = $("wz-title")?.textContent;
      keep(reply.state);
      root.innerHTML = reply.html;
      document.title = reply.title;
      const target = $(reply.focus || pressed) ?? $("wz-title");
      target?.focus({ preventScroll: true });
      target?.select?.();
      /* A figure that is being typed goes on at its end. */
      const goes = jobs.length || (/^key:.$/.test(action) && before === $("wz-title").textContent);
      if (goes) target?.setSelectionRange?.(target.value.length, target.value.length);
      for (const file of reply.files) save(file);
      post();
    },
    failed({ why = "broken", message }) {
      engine.stop();
      ready = false;
      const box = document.querySelector(`[data-failure="${why}"]`);
      box.querySelector("[data-detail]").textContent = message;
      box.hidden = false;
      box.focus();
    },
  };

  function send(action, form, pressed) {
    jobs.push({ do: action, pressed, pairs: form ? [...new FormData(form)].filter(([name]) => name !== "do") : [] });
    if (jobs.length === 1) post();
  }
  function post() {
    if (!ready || !jobs.length) return;
    const { do: action, pairs } = jobs[0];
    const request = { app: "entry", lang: boot.lang, state, pairs, do: action };
    engine.post({ kind: "request", number: (number += 1), request });
  }

  async function save({ copy, text, type, name }) {
    const box = $("wz-files");
    if (copy !== undefined) {
      const area = document.createElement("textarea");
      [area.value, area.readOnly] = [copy, true];
      try {
        await navigator.clipboard.writeText(copy);
      } catch {
        box.replaceChildren(area);
        area.select();
        if (!document.execCommand("copy")) return box.prepend(box.dataset.byHand);
      }
      return box.replaceChildren(box.dataset.copied);
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = link.textContent = name;
    box.replaceChildren(box.dataset.saved.replace("{name}", name), " ", link);
    link.click();
  }

  root.addEventListener("submit", (event) => {
    event.preventDefault();
    const { submitter, target } = event;
    send(submitter?.value || "key:Enter", target, submitter?.id);
  });
  /* Single keys count only while the focus is in here (WCAG 2.1.4). */
  root.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const field = target.closest("input, textarea");
    if (!jobs.length) {
      const leaves = (key === "Backspace" && !field?.value) || key.toUpperCase() === field?.dataset.unknown;
      if (field && !leaves) return;
      if (key === "Enter" && target.closest("a, button, summary")) return;
    }
    if (key === " " || (key.length > 1 && key !== "Enter" && key !== "Backspace")) return;
    event.preventDefault();
    send(`key:${key}`, jobs.length ? null : field?.form);
  });
  for (const retry of document.querySelectorAll("[data-retry]")) retry.addEventListener("click", () => location.reload());

  root.tabIndex = -1;
  if (document.activeElement === document.body) root.focus({ preventScroll: true });
  send("");
  engine = wizardRuntime.start(heard);
})();
