/* Shows the slides one by one: arrow keys, Page Up and Down, space, Home, End; Escape ends. The address tells which. */
(() => {
  const deck = document.getElementById("deck");
  const slides = [...deck.children];
  const root = document.documentElement;
  let at = 0;

  function show(place) {
    slides[at].classList.remove("now");
    at = Math.min(Math.max(place, 0), slides.length - 1);
    slides[at].classList.add("now");
    history.replaceState(null, "", `#${at + 1}`);
  }
  function start() {
    root.classList.add("presenting");
    show(Number(location.hash.slice(1)) - 1 || 0);
    root.requestFullscreen?.().catch(() => {});
  }
  function end() {
    root.classList.remove("presenting");
    history.replaceState(null, "", location.pathname);
    slides[at].scrollIntoView();
    if (document.fullscreenElement) document.exitFullscreen();
  }

  const keys = {
    ArrowRight: () => show(at + 1),
    ArrowLeft: () => show(at - 1),
    Home: () => show(0),
    End: () => show(slides.length - 1),
    Escape: end,
  };
  keys.ArrowDown = keys.PageDown = keys.Enter = keys[" "] = keys.ArrowRight;
  keys.ArrowUp = keys.PageUp = keys.Backspace = keys.ArrowLeft;

  addEventListener("keydown", (event) => {
    if (!root.classList.contains("presenting") || !keys[event.key] || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  deck.addEventListener("click", () => root.classList.contains("presenting") && show(at + 1));
  document.addEventListener("fullscreenchange", () => document.fullscreenElement || end());
  document.querySelector("[data-present]").addEventListener("click", start);
})();
