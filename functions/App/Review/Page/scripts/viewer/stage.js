// The pages, one below the other: only what is near the window has a picture and boxes.

import { el } from "../dom.js";
import { FULL_SIDE, clampZoom, sizeAt, turnedSize, turnBox } from "./geometry.js";
import { createPage } from "./page.js";

const MARGIN = 16;
const READABLE = 20;

export function createStage(model, signal) {
  const scroller = el("div", { class: "stage", tabindex: 0, role: "region", "aria-label": "Pages" });
  const state = { zoom: 1, turn: 0, drawing: false, fit: "width" };
  const pages = model.pages.map((page) => createPage(model, page, state));
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  const changed = new EventTarget();
  let isLaidOut = false;
  scroller.append(...pages.map((page) => page.node));

  const near = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) pageOf(entry.target).setNear(entry.isIntersecting);
    },
    { root: scroller, rootMargin: "100% 0px" },
  );
  for (const page of pages) near.observe(page.node);
  const resized = new ResizeObserver(() => state.fit && fit(state.fit));
  resized.observe(scroller);
  signal.addEventListener("abort", () => (near.disconnect(), resized.disconnect()));
  scroller.addEventListener("scroll", () => changed.dispatchEvent(new Event("page")), { passive: true });
  scroller.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    setZoom(state.zoom * Math.exp(-event.deltaY / 300), event);
  }, { passive: false });
  model.on("select", ({ field, origin }) => field && origin !== "box" && reveal(field.boxes[model.place] ?? field.boxes[0]));
  model.on("change", (field) => pages.forEach((page) => page.holds(field) && page.draw()));

  function pageOf(node) {
    return byNumber.get(Number(node.dataset.page));
  }

  /** Lays all pages out anew and keeps what is in the middle of the window (or under the pointer) where it is. */
  function layOut(around = null) {
    if (!isLaidOut) {
      isLaidOut = true;
      for (const page of pages) page.layOut();
      scroller.scrollTop = 0;
      return void changed.dispatchEvent(new Event("zoom"));
    }
    const frame = scroller.getBoundingClientRect();
    const x = around ? around.clientX : frame.left + frame.width / 2;
    const y = around ? around.clientY : frame.top + frame.height / 2;
    const anchor = pageAt(y);
    const before = anchor?.node.getBoundingClientRect();
    const share = before && { x: (x - before.left) / (before.width || 1), y: (y - before.top) / (before.height || 1) };
    for (const page of pages) page.layOut();
    if (anchor) {
      const after = anchor.node.getBoundingClientRect();
      scroller.scrollLeft += after.left + share.x * after.width - x;
      scroller.scrollTop += after.top + share.y * after.height - y;
    }
    changed.dispatchEvent(new Event("zoom"));
  }

  function setZoom(zoom, around = null) {
    state.fit = null;
    state.zoom = clampZoom(zoom);
    layOut(around);
  }

  /** Makes the widest page as wide as the window, or the current page as large as it can be seen whole. */
  function fit(what) {
    state.fit = what;
    const sizes = (what === "page" ? [current()] : model.pages).map((page) => turnedSize(sizeAt(page, 1), state.turn));
    const width = Math.max(...sizes.map((size) => size.width), 1);
    const height = Math.max(...sizes.map((size) => size.height), 1);
    const byWidth = (scroller.clientWidth - 2 * MARGIN) / width;
    const byHeight = (scroller.clientHeight - 2 * MARGIN) / height;
    state.zoom = clampZoom(what === "page" ? Math.min(byWidth, byHeight) : Math.min(byWidth, 1.5));
    layOut();
  }

  /** The first page that ends below a height of the window, found by halves: pages lie one below the other. */
  function pageAt(y) {
    let [low, high] = [0, pages.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pages[middle].node.getBoundingClientRect().bottom > y) high = middle;
      else low = middle + 1;
    }
    return pages[low];
  }

  function current() {
    const middle = scroller.getBoundingClientRect().top + scroller.clientHeight / 3;
    return pageAt(middle)?.page ?? model.pages[0];
  }

  /** Brings a box into the window; when its letters are too small to read, nearer. */
  function reveal(place) {
    const page = place && byNumber.get(place.page);
    if (!page) return;
    const size = sizeAt(page.page, state.zoom);
    const height = place.box[3] * size.height;
    const width = place.box[2] * size.width;
    if (height < READABLE * 0.7) {
      const wanted = Math.min(READABLE / height, (scroller.clientWidth * 0.8) / Math.max(1, width));
      if (wanted > 1.05) setZoom(state.zoom * wanted);
    }
    const [left, top, boxWidth, boxHeight] = turnBox(place.box, state.turn);
    const frame = page.node.getBoundingClientRect();
    const view = scroller.getBoundingClientRect();
    const box = { left: frame.left + left * frame.width, top: frame.top + top * frame.height, width: boxWidth * frame.width, height: boxHeight * frame.height };
    const isInside = box.left >= view.left + 8 && box.left + box.width <= view.right - 8 && box.top >= view.top + 24 && box.top + box.height <= view.bottom - 24;
    if (!isInside) {
      scroller.scrollTo({
        left: scroller.scrollLeft + box.left + box.width / 2 - view.left - view.width / 2,
        top: scroller.scrollTop + box.top + box.height / 2 - view.top - view.height / 2,
        behavior: "instant",
      });
    }
  }

  return {
    node: scroller, state, pages, setZoom, current, reveal,
    on: (name, act) => changed.addEventListener(name, act),
    zoomBy: (factor) => setZoom(state.zoom * factor),
    fitWidth: () => fit("width"),
    fitPage: () => fit("page"),
    rotate: () => ((state.turn = (state.turn + 90) % 360), state.fit ? fit(state.fit) : layOut()),
    goTo: (number) => byNumber.get(number)?.node.scrollIntoView({ block: "start" }),
    showAlternatives: (field) => pages.forEach((page) => page.setAlternatives(field)),
    setDrawing(onDrawn) {
      state.drawing = onDrawn !== null;
      scroller.classList.toggle("drawing", state.drawing);
      pages.forEach((page) => page.setDrawing(onDrawn));
    },
    fullSide: FULL_SIDE,
  };
}
