/* Where the runtime's files come from without a server: base64 of gzip, in the page itself or in scripts beside it. */
globalThis.wizardHeld = {};
globalThis.wizardBytes = async (folder, name, _, tell) => {
  const text = document.getElementById(`held-${name}`)?.textContent ?? (await beside());
  const packed = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (letter) => letter.charCodeAt());
  const opened = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const bytes = await new Response(opened).arrayBuffer();
  tell(bytes.byteLength);
  return bytes;

  async function beside() {
    await new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = `${folder}${name}.js`;
      script.onload = done;
      script.onerror = () => fail(new Error());
      document.head.append(script);
    });
    const held = wizardHeld[name];
    delete wizardHeld[name];
    return held;
  }
};
/* A folder has no server to find the page in it. */
for (const kind of ["click", "auxclick", "contextmenu"]) {
  const complete = ({ target }) => {
    const link = target.closest("a[href]");
    if (link?.pathname.endsWith("/")) link.pathname += "index.html";
  };
  document.addEventListener(kind, complete, true);
}
