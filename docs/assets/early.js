/* Fetches what the wizard's page needs once a visitor shows interest in it: points at, touches or focuses a link to it.
   Never for who asked to save data. What is fetched is kept under names that change with the content. */
(() => {
  const { folder, files } = document.currentScript.dataset;
  const signs = ["pointerover", "focusin", "touchstart"];
  const met = ({ target }) => {
    const link = target.closest?.("a[href]");
    if (!link || !/\/wizard\/$/.test(link.pathname) || link.origin !== location.origin) return;
    for (const sign of signs) removeEventListener(sign, met);
    for (const name of files.split(" ")) {
      const asked = fetch(folder + name, { priority: "low", keepalive: true });
      asked.then((answer) => answer.arrayBuffer()).catch(() => {});
    }
  };
  if (navigator.connection?.saveData || !location.protocol.startsWith("http")) return;
  for (const sign of signs) addEventListener(sign, met, { passive: true });
})();
