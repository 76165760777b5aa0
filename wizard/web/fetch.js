/* Where the runtime's files come from over http: the server. The page itself has asked for the first of them already, in
   `wizardEarly`: some browsers fetch again what was only preloaded. */
globalThis.wizardBytes = async (folder, name, fresh, tell) => {
  const early = globalThis.wizardEarly?.get(name);
  if (early) wizardEarly.delete(name);
  const response = await ((!fresh && early) || fetch(folder + name, { cache: fresh ? "reload" : "default" }));
  if (!response.ok) throw new Error(response.status);
  const parts = [];
  let size = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    tell((size += value.length));
  }
  return new Blob(parts).arrayBuffer();
};
