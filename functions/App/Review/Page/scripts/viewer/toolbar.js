// Zoom, fit, turn, page number, and what can be downloaded.

import { address } from "../api.js";
import { el, signButton as sign } from "../dom.js";

/** Pages of one PDF with boxes; the server draws no more at once. */
const PDF_PAGES = 300;

export function createToolbar(model, stage) {
  const zoom = el("output", { class: "zoom", "aria-label": "Zoom" });
  const number = el("input", { type: "number", class: "page-number", min: 1, max: model.pages.at(-1)?.number ?? 1, "aria-label": "Page", onchange: () => stage.goTo(Number(number.value)) });
  const follow = () => {
    zoom.textContent = `${Math.round(stage.state.zoom * 100)} %`;
    if (document.activeElement !== number) number.value = stage.current()?.number ?? 1;
    const current = stage.current()?.number ?? 1;
    overlay.href = address(`documents/${model.shown.id}/overlay/${current}.png`);
    if (isLong) followPart(current);
  };
  const last = model.pages.at(-1)?.number ?? 1;
  const isLong = last > PDF_PAGES;
  const pdf = el("a", { class: "button", download: true, href: address(`documents/${model.shown.id}/overlay.pdf`), title: "All pages with their boxes" }, "↓ PDF");
  // Of a long document the part that is looked at.
  function followPart(current) {
    const from = current - ((current - 1) % PDF_PAGES);
    const to = Math.min(last, from + PDF_PAGES - 1);
    pdf.href = address(`documents/${model.shown.id}/overlay.pdf?from=${from}`);
    pdf.textContent = `↓ PDF ${from}–${to}`;
    pdf.title = `Pages ${from} to ${to} with their boxes: a PDF holds ${PDF_PAGES} pages. Go to another page for its part.`;
  }
  const overlay = el("a", { class: "button", download: true, title: "This page with its boxes" }, "↓ PNG");
  stage.on("zoom", follow);
  stage.on("page", follow);
  return el(
    "div",
    { class: "toolbar", role: "toolbar", "aria-label": "Page view" },
    el("span", { class: "tools" }, sign("−", "Zoom out", () => stage.zoomBy(1 / 1.25)), zoom, sign("+", "Zoom in", () => stage.zoomBy(1.25))),
    el("span", { class: "tools" }, sign("↔", "Fit width", stage.fitWidth), sign("▭", "Fit page", stage.fitPage), sign("↻", "Rotate", stage.rotate)),
    el("span", { class: "tools" }, number, el("span", { class: "muted" }, `of ${model.pages.length}`)),
    el("span", { class: "tools end" }, overlay, pdf),
  );
}
