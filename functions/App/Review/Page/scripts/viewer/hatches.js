// The patterns that tell the bands apart without colour: one stroke for medium, crossed strokes for low.

import { svg } from "../dom.js";

export function hatches() {
  return svg(
    "svg",
    { class: "hatches", width: 0, height: 0, "aria-hidden": "true" },
    svg("defs", {}, pattern("med", 7, "M0 7 L7 0"), pattern("low", 6, "M0 6 L6 0 M0 0 L6 6")),
  );
}

function pattern(band, side, path) {
  return svg(
    "pattern",
    { id: `hatch-${band}`, width: side, height: side, patternUnits: "userSpaceOnUse" },
    svg("path", { d: path, class: `hatch ${band}` }),
  );
}
