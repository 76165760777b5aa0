/* First script of the single file: says so where its end did not arrive. In a JavaScript that old browsers understand. */
(function () {
  var text = document.currentScript.getAttribute("data-text");
  document.addEventListener("DOMContentLoaded", function () {
    if (document.getElementById("page-end")) return;
    var note = document.createElement("p");
    note.id = "single-cut";
    note.className = "note note--warn";
    note.setAttribute("role", "alert");
    note.textContent = text;
    document.body.insertBefore(note, document.body.firstChild);
  });
})();
