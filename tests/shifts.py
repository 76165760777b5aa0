"""How far things moved while a page was loaded, as browsers tell it."""

MOST_SHIFT = 0.001
"""Below this nobody sees it: a tenth of a percent of the window, times how far it moved."""
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  const add = (list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value; };
  new PerformanceObserver(add).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 100);
})"""
