/* Where the runtime's files come from without a server: gzip as text, in the page itself or in scripts beside it. */
globalThis.wizardHeld = {};
globalThis.wizardBytes = async (folder, name, _size, _fresh, tell) => {
  const text = document.getElementById(`held-${name}`)?.textContent ?? (await beside());
  const damaged = () => Promise.reject(Object.assign(new Error(name), { why: "damaged" }));
  if (!text) return damaged();
  const opened = new Blob([unpacked(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
  const bytes = await new Response(opened).arrayBuffer().catch(damaged);
  tell(bytes.byteLength);
  return bytes;

  async function beside() {
    await new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = `${folder}${name}.js`;
      script.dataset.held = "";
      script.onload = done;
      script.onerror = () => fail(new Error());
      document.head.append(script);
    });
    const held = wizardHeld[name];
    delete wizardHeld[name];
    return held;
  }

  /* Two letters for each 13 bits; see scripts/bundle/held.py. */
  function unpacked(text) {
    const digits = new Uint8Array(128);
    for (let code = 33, digit = 0; code < 127; code += 1) if (![34, 60, 92].includes(code)) digits[code] = digit++;
    const bytes = new Uint8Array(((text.length >> 1) * 13) >> 3);
    let size = 0;
    for (let at = 0, bits = 0, count = 0; at + 1 < text.length; at += 2) {
      bits = ((bits & 255) << 13) | (digits[text.charCodeAt(at)] * 91 + digits[text.charCodeAt(at + 1)]);
      for (count += 13; count >= 8; ) bytes[size++] = bits >> (count -= 8);
    }
    return bytes.subarray(0, size - (text.length % 2));
  }
};
