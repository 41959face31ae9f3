// One page: its picture at the width it is shown at, and its boxes.

import { address } from "../api.js";
import { el, svg, button } from "../dom.js";
import { boxOf, sizeAt, turnedSize, unturnBox } from "./geometry.js";
import { bandOf } from "./model.js";

/** Widths the server draws; the next larger one is taken, so that few pictures serve all zooms. */
const WIDTHS = [600, 1000, 1600, 2400];

/** Bands that are told apart by a pattern as well, for those who do not tell the colours apart. */
const HATCHED = new Set(["med", "low"]);

export function createPage(model, page, state) {
  const picture = el("img", { alt: `Page ${page.number}`, draggable: "false", decoding: "async" });
  const full = sizeAt(page, 1);
  const boxes = svg("svg", { class: "boxes", viewBox: `0 0 ${full.width} ${full.height}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const sheet = el("div", { class: "sheet" }, picture, boxes);
  const node = el("div", { class: "page", data: { page: page.number } }, sheet);
  const self = { node, page, number: page.number, layOut, setNear, draw, holds, setAlternatives, setDrawing };
  let isNear = false;
  let width = 0;
  let alternatives = null;
  let onDrawn = null;

  if (page.error) missing(`Page ${page.number} could not be read: ${page.error}`);
  picture.addEventListener("error", () => missing(`The picture of page ${page.number} is missing. Its fields are still in the list.`, true));
  picture.addEventListener("load", () => node.classList.add("loaded"));
  boxes.addEventListener("click", (event) => event.target.dataset.path && model.select(event.target.dataset.path, "box"));
  boxes.addEventListener("pointerover", (event) => model.hover(event.target.dataset.path ?? null));
  boxes.addEventListener("pointerleave", () => model.hover(null));
  model.on("hover", mark);
  model.on("select", mark);
  drawByHand();

  function layOut() {
    const size = sizeAt(page, state.zoom);
    const lying = turnedSize(size, state.turn);
    node.style.width = `${lying.width}px`;
    node.style.height = `${lying.height}px`;
    sheet.style.width = `${size.width}px`;
    sheet.style.height = `${size.height}px`;
    sheet.style.transform = `translate(-50%, -50%) rotate(${state.turn}deg)`;
    if (isNear) load();
  }

  function setNear(near) {
    if (near === isNear) return;
    isNear = near;
    if (near) (load(), draw());
    else (boxes.replaceChildren(), picture.removeAttribute("src"), (width = 0));
  }

  /** Loads the picture that suits the size; a larger one already there is kept, and a smaller one until the new one can be painted. */
  function load() {
    if (page.error) return;
    const needed = sizeAt(page, state.zoom).width * Math.min(2, devicePixelRatio);
    const wanted = WIDTHS.find((each) => each >= needed) ?? WIDTHS.at(-1);
    if (wanted <= width) return;
    width = wanted;
    const source = address(`documents/${model.shown.id}/pages/${page.number}/image?width=${wanted}&run=${model.shown.run}`);
    const take = () => width === wanted && (picture.src = source);
    if (!picture.hasAttribute("src")) return take();
    const next = new Image();
    next.src = source;
    // One that is missing is taken too, and says so.
    next.decode().then(take, take);
  }

  function holds(field) {
    return [...field.boxes, ...field.predicted.boxes].some((box) => box.page === page.number);
  }

  function draw() {
    if (!isNear) return;
    const drawn = [];
    for (const field of model.fields) {
      for (const place of field.boxes) if (place.page === page.number) drawn.push(rectangle(place.box, bandOf(field), field.path));
    }
    for (const [index, alternative] of (alternatives?.alternatives ?? []).entries()) {
      for (const place of alternative.boxes) if (place.page === page.number) drawn.push(rectangle(place.box, "alternative", null, index));
    }
    boxes.replaceChildren(...drawn);
    mark();
  }

  function rectangle([x, y, w, h], band, path, alternative) {
    const data = path === null ? { alternative } : { path };
    const at = { x: x * full.width, y: y * full.height, width: w * full.width, height: h * full.height };
    const rect = svg("rect", { ...at, class: `box ${band}`, fill: HATCHED.has(band) ? `url(#hatch-${band})` : "transparent", data });
    if (path === null) rect.addEventListener("click", () => self.onAlternative?.(alternative));
    else rect.append(svg("title", {}, path));
    return rect;
  }

  function mark() {
    if (!isNear) return;
    for (const rect of boxes.children) {
      rect.classList.toggle("selected", rect.dataset.path !== undefined && rect.dataset.path === model.selected?.path);
      rect.classList.toggle("hovered", rect.dataset.path !== undefined && rect.dataset.path === model.hovered);
    }
  }

  function setAlternatives(field) {
    const had = alternatives;
    alternatives = field?.alternatives.length > 0 ? field : null;
    if (had || alternatives) draw();
  }

  function missing(text, canRetry = false) {
    const again = canRetry ? button("Load again", () => ((width = 0), note.remove(), load())) : null;
    const note = el("div", { class: "missing", role: "note" }, el("p", {}, text), again);
    node.querySelector(".missing")?.remove();
    node.append(note);
  }

  function setDrawing(act) {
    onDrawn = act;
  }

  /** Dragging over the page while drawing: the box between the two corners, on the upright page. */
  function drawByHand() {
    let from = null;
    const band = el("div", { class: "rubber" });
    const at = (event) => {
      const frame = node.getBoundingClientRect();
      return { x: (event.clientX - frame.left) / frame.width, y: (event.clientY - frame.top) / frame.height };
    };
    node.addEventListener("pointerdown", (event) => {
      if (!onDrawn || event.button !== 0) return;
      event.preventDefault();
      from = at(event);
      node.setPointerCapture(event.pointerId);
      node.append(band);
      stretch(from);
    });
    node.addEventListener("pointermove", (event) => from && stretch(at(event)));
    node.addEventListener("pointercancel", () => ((from = null), band.remove()));
    node.addEventListener("pointerup", (event) => {
      if (!from) return;
      const box = boxOf(from, at(event));
      from = null;
      band.remove();
      if (box[2] > 0.001 && box[3] > 0.001) onDrawn?.(page.number, unturnBox(box, state.turn));
    });
    function stretch(to) {
      const [left, top, width, height] = boxOf(from, to);
      Object.assign(band.style, { left: `${left * 100}%`, top: `${top * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` });
    }
  }

  return self;
}
