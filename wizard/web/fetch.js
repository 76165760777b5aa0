/* Where the runtime's files come from over http: the server, behind what the page is painted with. */
globalThis.wizardBytes = async (folder, name, fresh, tell) => {
  const response = await fetch(folder + name, { cache: fresh ? "reload" : "default", priority: "low" });
  if (!response.ok) throw new Error(response.status);
  const parts = [];
  let size = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    tell((size += value.length));
  }
  const bytes = new Uint8Array(size);
  for (const part of parts.reverse()) bytes.set(part, (size -= part.length));
  return bytes.buffer;
};
