/* First script of each page of the folder: names the files beside it that are missing or cut off. The build has marked
   the end of every script and style sheet, and of the page. In a JavaScript that old browsers understand. */
(function () {
  var own = document.currentScript;
  var base = document.createElement("a");
  var lost = {};
  var there = 0;
  base.href = own ? own.getAttribute("data-root") : "./";

  function name(url) {
    var path = url.split(/[?#]/)[0];
    return decodeURI(path.indexOf(base.href) ? path.replace(/^.*\//, "") : path.slice(base.href.length));
  }
  function whole(element) {
    if (element.tagName === "SCRIPT") return element.whole || element.hasAttribute("data-held");
    if (element.tagName !== "LINK" || !window.CSS || !CSS.supports("--a", "0")) return true;
    var mark = "--whole-" + name(element.href).replace(/\W/g, "-");
    return getComputedStyle(document.documentElement).getPropertyValue(mark) !== "";
  }
  function tell() {
    var names = Object.keys(lost);
    var box = document.getElementById("bundle-lost");
    if (!box || !names.length || !there) return;
    box.querySelector("code").textContent = names.join(", ");
    box.hidden = false;
    document.getElementById("bundle-unpack").style.display = "none";
  }
  function lose(url) {
    lost[name(url)] = true;
    tell();
  }

  function seen(event) {
    var element = event.target;
    var url = element.src || element.href;
    if (!url || element.hasAttribute("data-held") || url.indexOf("data:") === 0 || url.indexOf("blob:") === 0) return;
    if (event.type === "load" && whole(element)) there += 1;
    else lose(url);
  }
  document.addEventListener("load", seen, true); // the window itself never hears of what a part has loaded
  document.addEventListener("error", seen, true);
  document.addEventListener("DOMContentLoaded", function () {
    if (document.getElementById("page-end")) return tell();
    there += 1;
    lose(location.href);
  });
})();
