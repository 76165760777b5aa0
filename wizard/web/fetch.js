/* Where the runtime's files come from over http: the server. What is large gives way to what the page is painted
   with; a page in the background is not painted at all. What was read is sent to nobody, which frees it at once:
   browsers may leave it lying for a minute. */
const painted = new Promise((done) => {
  new PerformanceObserver(done).observe({ type: "paint", buffered: true });
  setTimeout(done, 3000);
});
globalThis.wizardBytes = async (folder, name, whole, fresh, tell) => {
  if (!name.endsWith("js")) await painted;
  const response = await fetch(folder + name, { cache: fresh ? "reload" : "default", priority: "low" });
  if (!response.ok) throw new Error(response.status);
  const bytes = new Uint8Array(whole);
  const { port1, port2 } = new MessageChannel();
  let size = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes.set(value, size);
    tell((size += value.length));
    port1.postMessage(null, [value.buffer]);
    await globalThis.scheduler?.yield?.();
  }
  port2.close();
  return bytes.buffer;
};
