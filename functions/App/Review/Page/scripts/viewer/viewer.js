// The viewer: thumbnails, pages with boxes, fields with evidence; one selection that all of them follow.

import { el, show } from "../dom.js";
import { hatches } from "./hatches.js";
import { createModel } from "./model.js";
import { createStage } from "./stage.js";
import { createThumbnails } from "./thumbnails.js";
import { createFields } from "./fields.js";
import { createEvidence } from "./evidence.js";
import { createToolbar } from "./toolbar.js";
import { createReview } from "./review.js";
import { rawJson } from "./rawjson.js";
import { listenToKeys } from "./keyboard.js";

export function openViewer(main, shown, signal) {
  document.body.className = "viewing";
  const model = createModel(shown);
  const parts = { model };
  parts.stage = createStage(model, signal);
  parts.thumbnails = createThumbnails(model, parts.stage, signal);
  parts.review = createReview(model);
  parts.evidence = createEvidence(model, parts.stage, parts.review);
  parts.fields = createFields(model, parts.review, parts.evidence);
  parts.toolbar = createToolbar(model, parts.stage);

  const body = el("div", { class: "panel-body" }, parts.fields.node);
  const tab = (name, content) =>
    el("button", { type: "button", role: "tab", "aria-selected": String(name === "Fields"), onclick: (event) => {
      for (const each of event.currentTarget.parentNode.children) each.setAttribute("aria-selected", String(each === event.currentTarget));
      show(body, content());
    } }, name);
  const panel = el(
    "section",
    { class: "panel", "aria-label": "Fields and evidence" },
    parts.review.head,
    problems(shown),
    el("div", { class: "tabs", role: "tablist" }, tab("Fields", () => parts.fields.node), tab("JSON", () => rawJson(shown))),
    body,
    parts.evidence.node,
  );
  show(main, hatches(), el("div", { class: "viewer" }, parts.thumbnails.node, el("div", { class: "center" }, parts.toolbar, parts.stage.node), panel));
  parts.stage.fitWidth();
  listenToKeys(parts, signal);
  addEventListener("beforeunload", (event) => parts.review.hasUnsaved() && event.preventDefault(), { signal });
  parts.review.offerDrafts();
}

/** What went wrong on the way without stopping the document. */
function problems(shown) {
  if (shown.errors.length === 0) return null;
  return el(
    "details",
    { class: "problem page-errors" },
    el("summary", {}, `${shown.errors.length} part${shown.errors.length > 1 ? "s" : ""} could not be worked on`),
    el("ul", {}, shown.errors.map((error) => el("li", {}, error.page ? `Page ${error.page}: ${error.message}` : error.message))),
  );
}
