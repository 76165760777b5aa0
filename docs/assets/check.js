/* Checks a copy: works out the SHA-256 of the files that a visitor chooses, and compares them with the SHA256SUMS among
   them. The words stand in the page. Nothing is sent anywhere. */
(() => {
  const box = document.getElementById("check-copy");
  if (!box) return;
  const part = (name) => box.querySelector(`[data-part="${name}"]`);
  part("unable").hidden = Boolean(crypto.subtle);
  part("choose").hidden = !crypto.subtle;

  const digest = async (file) => {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const say = (name, values = {}) => part("told").dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);

  /* The paths that the list uses start where the list lies. */
  function named(files) {
    const paths = files.map((file) => [file.webkitRelativePath || file.name, file]);
    const lists = paths.filter(([path]) => /(^|\/)SHA256SUMS$/.test(path)).sort(([a], [b]) => a.length - b.length);
    const start = lists[0]?.[0].slice(0, -"SHA256SUMS".length) ?? "";
    return {
      list: lists[0]?.[1],
      there: new Map(paths.filter(([path]) => path.startsWith(start)).map(([path, file]) => [path.slice(start.length), file])),
    };
  }

  async function check(files, whole) {
    const { list, there } = named(files);
    const listed = new Map();
    for (const line of ((await list?.text()) ?? "").split(/\r?\n/)) {
      const found = /^([0-9a-f]{64}) [ *](.+)$/i.exec(line);
      if (found) listed.set(found[2], found[1].toLowerCase());
    }
    const rows = [];
    let right = 0;
    for (const [path, file] of there) {
      if (file === list) continue;
      part("told").textContent = say("working", { name: path });
      const sum = await digest(file).catch(() => "");
      if (!list) rows.push([path, sum]);
      else if (!listed.has(path)) rows.push([path, say("extra")]);
      else if (listed.get(path) !== sum) rows.push([path, say("damaged")]);
      else right += 1;
    }
    if (whole) for (const path of listed.keys()) if (!there.has(path)) rows.push([path, say("missing")]);
    show(Boolean(list), right, rows);
  }

  function show(list, right, rows) {
    const lines = rows.map(([path, what]) => {
      const line = document.createElement("li");
      const name = document.createElement("code");
      name.textContent = path;
      line.append(name, " ", what);
      return line;
    });
    part("rows").replaceChildren(...lines);
    const verdict = rows.length ? say("wrong", { count: rows.length }) : say("right", { count: right });
    part("told").textContent = list ? verdict : say("noList");
    box.dataset.done = list ? String(rows.length) : "unlisted";
  }

  for (const input of box.querySelectorAll("input")) {
    // Every engine knows how to choose a folder, but no standard has its attribute.
    input.webkitdirectory = "folder" in input.dataset;
    input.addEventListener("change", () => {
      delete box.dataset.done;
      check([...input.files], input.webkitdirectory);
    });
  }
})();
