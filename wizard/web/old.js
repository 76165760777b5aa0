/* For browsers too old for the rest, in a JavaScript that they understand: says so in place of the form that they could
   not use. A file that stands alone carries its printable list with it, and shows it. */
(function () {
  var box = document.getElementById("wz-old");
  var paper = document.getElementById("held-paper");
  var script = HTMLScriptElement.prototype;
  var fine = typeof WebAssembly === "object" && typeof DecompressionStream === "function" && "noModule" in script;
  if (!box || (fine && Object.hasOwn)) return;
  box.hidden = false;
  document.getElementById("wz").hidden = true;
  if (paper) {
    box.insertAdjacentHTML("afterend", paper.textContent);
    box.removeChild(box.querySelector("a"));
  }
})();
