/* Where the runtime's files come from over http: the server, behind what the page is painted with. */
globalThis.wizardBytes = async (folder, name, whole, fresh, tell) => {
  const response = await fetch(folder + name, { cache: fresh ? "reload" : "default", priority: "low" });
  if (!response.ok) throw new Error(response.status);
  const bytes = new Uint8Array(whole);
  let size = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes.set(value, size);
    tell((size += value.length));
  }
  return bytes.buffer;
};
