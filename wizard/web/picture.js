/* Turns a drawn picture into a PNG file of twice its size. Loaded only when one is asked for. */
(globalThis.wizardMade ??= {}).picture = async ({ picture }) => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(2 * image.width, 2 * image.height);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob();
};
