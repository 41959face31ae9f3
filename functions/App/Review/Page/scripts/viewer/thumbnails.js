// Small pages with marks where the fields stand; a click goes there.

import { address } from "../api.js";
import { el, svg } from "../dom.js";
import { sizeAt } from "./geometry.js";
import { bandOf } from "./model.js";

export function createThumbnails(model, stage, signal) {
  const nodes = new Map(model.pages.map((page) => [page.number, thumbnail(page)]));
  const node = el("nav", { class: "thumbnails", "aria-label": "Pages" }, [...nodes.values()].map((each) => each.node));
  const near = new IntersectionObserver(
    (entries) => entries.forEach((entry) => entry.isIntersecting && nodes.get(Number(entry.target.dataset.page)).fill()),
    { root: node, rootMargin: "50% 0px" },
  );
  for (const each of nodes.values()) near.observe(each.node);
  signal.addEventListener("abort", () => near.disconnect());
  model.on("change", () => nodes.forEach((each) => each.refresh()));

  let shown = null;
  function follow() {
    const current = stage.current()?.number;
    if (current === shown) return;
    nodes.get(shown)?.node.removeAttribute("aria-current");
    shown = current;
    nodes.get(current)?.node.setAttribute("aria-current", "page");
    nodes.get(current)?.node.scrollIntoView({ block: "nearest" });
  }
  stage.on("page", follow);
  stage.on("zoom", follow);

  function thumbnail(page) {
    const size = sizeAt(page, 0.1);
    const frame = el("span", { class: "thumbnail-frame" });
    frame.style.aspectRatio = `${page.width} / ${page.height}`;
    const doubtful = el("span", { class: "muted" });
    const link = el(
      "button",
      { type: "button", class: "thumbnail", data: { page: page.number }, onclick: () => stage.goTo(page.number) },
      frame,
      el("span", { class: "thumbnail-name" }, el("span", { class: "visually-hidden" }, "Page "), page.error ? `${page.number} ✕` : page.number, " ", doubtful),
    );
    const marks = svg("svg", { viewBox: `0 0 ${size.width} ${size.height}`, "aria-hidden": "true" });
    let isFilled = false;
    return { node: link, fill, refresh: () => isFilled && draw() };

    function fill() {
      if (isFilled) return;
      isFilled = true;
      if (!page.error) {
        const picture = el("img", { alt: "", loading: "lazy", src: address(`documents/${model.shown.id}/pages/${page.number}/image?width=200&run=${model.shown.run}`) });
        picture.addEventListener("error", () => picture.remove());
        frame.append(picture);
      }
      frame.append(marks);
      draw();
    }

    function draw() {
      const drawn = [];
      for (const field of model.fields) {
        for (const place of field.boxes) {
          if (place.page !== page.number) continue;
          const [x, y, w, h] = place.box;
          drawn.push(svg("rect", { x: x * size.width, y: y * size.height, width: Math.max(2, w * size.width), height: Math.max(1.2, h * size.height), class: `mark ${bandOf(field)}` }));
        }
      }
      const low = model.fields.filter((field) => bandOf(field) === "low" && field.boxes.some((place) => place.page === page.number)).length;
      doubtful.textContent = low > 0 ? `▲ ${low}` : "";
      marks.replaceChildren(...drawn);
    }
  }

  return { node };
}
