/* The wizard as one file: the other language, and the pages that it refers to, lie packed in the file itself. */
(async () => {
  const root = document.documentElement;
  const held = (name) => document.getElementById(`held-${name}`);
  const open = async (name) => new TextDecoder().decode(await wizardBytes("", name, 0, false, () => {}));
  if (document.getElementById("wz").hidden) return;

  const asked = location.search.slice(1);
  const lang = held(`${asked}.html`) ? asked : root.dataset.own;
  if (lang !== root.dataset.own) {
    document.getElementById("one").innerHTML = await open(`${lang}.html`);
    root.lang = document.getElementById("one").firstElementChild.lang;
    document.title = document.querySelector("h1").textContent;
  }
  if (matchMedia("(prefers-color-scheme: dark)").matches) document.body.dataset.mdColorScheme = "slate";
  const dialog = document.querySelector("dialog");

  document.addEventListener(
    "click",
    async (event) => {
      const href = event.target.closest("a[href]")?.getAttribute("href") ?? "";
      const [, name, anchor] = /^(?:\.\.\/)*([\w-]+)\/(?:index\.html)?(#.*)?$/.exec(href) ?? [];
      if (!name) return;
      event.preventDefault();
      event.stopPropagation();
      if (!held(`${lang}.${name}.html`)) return;
      dialog.lastElementChild.innerHTML = await open(`${lang}.${name}.html`);
      if (!dialog.open) dialog.showModal();
      const target = anchor && dialog.querySelector(`[id="${CSS.escape(decodeURIComponent(anchor.slice(1)))}"]`);
      for (let fold = target; fold; fold = fold.parentElement) if ("open" in fold) fold.open = true;
      (target ?? dialog).scrollIntoView();
    },
    true,
  );

  const script = document.createElement("script");
  script.textContent = held("page").textContent;
  document.body.append(script);
})();
