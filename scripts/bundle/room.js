/* For pages that room.py serves: hands a code in; on the workshop's page, fetches what was handed in. */
(() => {
  const address = document.body.dataset.room;
  const EVERY = 3000;

  document.addEventListener("click", async ({ target }) => {
    const button = target.closest?.("[data-hand-in]");
    if (!button) return;
    const box = document.getElementById("wz-handed");
    const told = async (answer) => (answer.ok ? { why: "done" } : answer.json());
    const [headers, body] = [{ "Content-Type": "text/plain" }, button.dataset.handIn];
    const { why } = await fetch(address, { method: "POST", headers, body }).then(told, () => ({}));
    box.textContent = box.dataset[why] ?? box.dataset.failed;
  });

  /* The key is asked for where this is not the machine that serves. What came is taken in by Python like a paste. */
  let next = 0;
  async function ask() {
    const box = document.querySelector("[data-room-state]");
    if (!box || document.hidden) return;
    const key = document.getElementById("ws-key")?.value ?? "";
    const answer = await fetch(`${address}?after=${next}`, { headers: { "X-Room-Key": key } }).catch(() => {});
    box.dataset.roomState = answer ? (answer.ok ? "open" : "key") : "gone";
    if (!answer?.ok) return;
    const { codes, next: then } = await answer.json();
    next = then;
    if (codes.length) wizardPage.send("arrive", null, undefined, [["text", codes.join("\n")]]);
  }
  setInterval(ask, EVERY);
})();
