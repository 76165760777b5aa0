/* A folder has no server to find the page in it. */
for (const kind of ["click", "auxclick", "contextmenu"]) {
  const complete = ({ target }) => {
    const link = target.closest("a[href]");
    if (link?.pathname.endsWith("/")) link.pathname += "index.html";
  };
  document.addEventListener(kind, complete, true);
}
