/* For browsers too old for the rest, in a JavaScript that they understand. */
(function () {
  var box = document.getElementById("wz-old");
  var script = HTMLScriptElement.prototype;
  var fine = typeof WebAssembly === "object" && typeof DecompressionStream === "function" && "noModule" in script;
  if (box && !(fine && Object.hasOwn)) box.hidden = false;
})();
