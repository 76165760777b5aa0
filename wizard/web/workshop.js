/* What the workshop's page has beyond page.js: files chosen or dropped, codes before the camera, keys that turn from
   picture to picture. It knows no rule or text. */
(() => {
  const root = document.getElementById("wz");
  const $ = (id) => document.getElementById(id);
  const LOOKS = 250;
  let stream;

  async function takeFiles(files) {
    const pairs = [];
    for (const file of files) pairs.push(["file", file.name], ["text", await file.text()]);
    if (pairs.length) wizardPage.send("take", null, undefined, pairs);
  }

  root.addEventListener("change", ({ target }) => {
    if (target.dataset.send) wizardPage.send(target.dataset.send, target.id);
    if (target.id !== "ws-files") return;
    takeFiles([...target.files]);
    target.value = "";
  });
  /* A code that arrives meanwhile leaves alone what is being typed. */
  root.addEventListener("input", ({ target }) => target.id === "ws-text" && (target.dataset.typed = "yes"));
  root.addEventListener("submit", ({ target }) => target.id === "ws-take" && delete $("ws-text").dataset.typed);

  root.addEventListener("dragover", (event) => event.target.closest("[data-drop]") && event.preventDefault());
  root.addEventListener("drop", (event) => {
    if (!event.target.closest("[data-drop]") || !event.dataTransfer.files.length) return;
    event.preventDefault();
    takeFiles([...event.dataTransfer.files]);
  });

  addEventListener("keydown", (event) => {
    if (event.target.closest("input, textarea, summary, .ws-picture, .table-scroll") || event.ctrlKey || event.altKey) return;
    const to = { ArrowRight: "next", PageDown: "next", ArrowLeft: "prev", PageUp: "prev" }[event.key];
    const link = to && root.querySelector(`a[rel=${to}]`);
    if (!link) return;
    event.preventDefault();
    link.click();
  });

  /* The button is there only where a camera can be asked for: not on plain http. */
  const offer = () => {
    const button = $("ws-scan");
    if (button) button.hidden = !navigator.mediaDevices?.getUserMedia;
  };
  new MutationObserver(offer).observe(root, { childList: true, subtree: true, attributeFilter: ["hidden"] });
  offer();

  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-scan]")) scan();
    if (target.closest("[data-scan-stop]")) stop();
  });
  addEventListener("hashchange", stop);

  function stop() {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
    $("ws-camera").hidden = true;
  }

  /* The browser's own reader where it has one, else jsQR, fetched now. */
  async function reader() {
    const formats = (await globalThis.BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
    if (formats.includes("qr_code")) {
      const own = new BarcodeDetector({ formats: ["qr_code"] });
      return async (video) => (await own.detect(video))[0]?.rawValue;
    }
    if (!globalThis.jsQR) await wizardRuntime.run(await wizardRuntime.get("scan"));
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    return async (video) => {
      [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
      pen.drawImage(video, 0, 0);
      const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
      return jsQR(data, width, height)?.data;
    };
  }

  async function scan() {
    const [box, video] = [$("ws-scanned"), $("ws-video")];
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video.srcObject = stream;
      $("ws-camera").hidden = false;
      await video.play();
      box.textContent = box.dataset.looking;
      const read = await reader();
      let last;
      for (const mine = stream; stream === mine; await new Promise((done) => setTimeout(done, LOOKS))) {
        const found = video.videoWidth && (await read(video).catch(() => {}));
        if (!found || found === last || stream !== mine) continue;
        last = found;
        wizardPage.send("arrive", null, undefined, [["text", found]]);
        box.textContent = box.dataset.found;
      }
    } catch {
      stop();
      box.textContent = box.dataset.refused;
    }
  }
})();
