// Between the page as it is stored (0..1, upright) and the page as it is shown (CSS pixels, turned by the viewer).

/** CSS pixels of a page's longer side at 100 %. */
export const FULL_SIDE = 1100;
export const MIN_ZOOM = 0.1;
export const MAX_ZOOM = 4;

/** Size of an upright page at a zoom, in CSS pixels. */
export function sizeAt(page, zoom) {
  const scale = (FULL_SIDE / Math.max(page.width, page.height)) * zoom;
  return { width: page.width * scale, height: page.height * scale };
}

/** Size of the page as it lies there after turning. */
export function turnedSize(size, turn) {
  return turn % 180 === 0 ? size : { width: size.height, height: size.width };
}

/** A box of the upright page on the turned page, both 0..1. */
export function turnBox([left, top, width, height], turn) {
  if (turn === 90) return [1 - top - height, left, height, width];
  if (turn === 180) return [1 - left - width, 1 - top - height, width, height];
  if (turn === 270) return [top, 1 - left - width, height, width];
  return [left, top, width, height];
}

/** The other way round: from the turned page back to the upright one. */
export function unturnBox(box, turn) {
  return turnBox(box, (360 - turn) % 360);
}

/** The box around two corners, cut to the page. */
export function boxOf(one, other) {
  const clamp = (value) => Math.min(1, Math.max(0, value));
  const [left, right] = [clamp(Math.min(one.x, other.x)), clamp(Math.max(one.x, other.x))];
  const [top, bottom] = [clamp(Math.min(one.y, other.y)), clamp(Math.max(one.y, other.y))];
  return [left, top, right - left, bottom - top];
}

export function clampZoom(zoom) {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
}
