/* Where the runtime's files come from without a server: base64 of gzip, in the page itself or in scripts beside it. */
globalThis.wizardHeld = {};
globalThis.wizardBytes = async (folder, name, _, tell) => {
  const text = document.getElementById(`held-${name}`)?.textContent ?? (await beside(folder, name));
  const packed = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (letter) => letter.charCodeAt());
  const bytes = await new Response(
    new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")),
  ).arrayBuffer();
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
