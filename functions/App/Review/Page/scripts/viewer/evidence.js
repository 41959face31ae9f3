// Why the chosen field is believed, and everything that can be done about it.

import { get } from "../api.js";
import { el, show, button, toast } from "../dom.js";
import { BANDS, ago, count, dateTime, percent } from "../words.js";
import { createEditor } from "./editor.js";
import { textOf } from "./fields.js";

const TIERS = {
  exact: "found letter by letter", squeezed: "found with other spaces or signs", typed: "found as the same value in another notation",
  scattered: "found as words that stand apart", subword: "found inside longer words", fuzzy: "found with reading errors", none: "not found",
};
const STATUSES = {
  exact: "printed exactly", normalized: "printed in another notation", fuzzy: "printed with small differences",
  inferred: "implied, not printed", unlocated: "found nowhere on the pages", absent: "no value",
};

export function createEvidence(model, stage, review) {
  const node = el("section", { class: "evidence", "aria-label": "Evidence" });
  const editor = createEditor(review, () => (cancel(), draw()));
  model.on("select", () => (cancel(), draw()));
  model.on("change", (field) => field === model.selected && !editor.isOpen() && draw());
  model.on("review", () => !editor.isOpen() && draw());
  review.onEdit((field, draft) => {
    if (model.selected !== field) model.select(field.path, "keyboard");
    editor.open(field, draft);
    draw();
    editor.focus();
  });
  for (const page of stage.pages) page.onAlternative = take;
  draw();

  function draw() {
    const field = model.selected;
    stage.showAlternatives(field);
    if (!field) return show(node, el("p", { class: "muted" }, "Choose a field, or press n for the next one of low confidence. ", el("kbd", {}, "?"), " lists the keys."));
    show(
      node,
      el("h3", {}, el("code", { dir: "ltr" }, field.path)),
      editor.isOpen() ? editor.node : factsOf(field),
      editor.isOpen() ? null : acts(field),
      alternativesOf(field),
      historyOf(field),
    );
  }

  function acts(field) {
    if (model.shown.review.state === "approved") return el("p", { class: "muted" }, "The document is approved. Open it again to change it.");
    return el(
      "div",
      { class: "actions" },
      button("✓ Accept", () => review.accept(field), { id: "accept", title: "a" }),
      button("Edit", () => review.edit(field), { id: "edit", title: "e" }),
      button(stage.state.drawing ? "Drawing…" : "Draw box", startDrawing, { id: "draw", title: "d", "aria-pressed": String(stage.state.drawing) }),
      field.value.kind === "null" ? null : button("No value", () => review.save(field, { kind: "null", text: "" }, []), { id: "no-value" }),
    );
  }

  /** Drawing on a page: the words inside the box become the value, to be looked at before it is saved. */
  function startDrawing() {
    const field = model.selected;
    if (!field || model.shown.review.state === "approved") return;
    if (stage.state.drawing) return cancel();
    stage.setDrawing(async (page, box) => {
      stage.setDrawing(null);
      try {
        const query = new URLSearchParams({ box: box.map((number) => number.toFixed(5)).join(","), path: field.path });
        const words = await get(`documents/${model.shown.id}/pages/${page}/text?${query}`);
        if (words.boxes.length === 0) return toast("No words were read inside this box. Draw it around printed words, or type the value.", "problem"), draw();
        review.edit(field, { text: words.value.text, kind: words.value.kind, boxes: words.boxes });
      } catch (problem) {
        toast(problem.message, "problem");
        draw();
      }
    });
    draw();
  }

  function cancel() {
    if (stage.state.drawing) {
      stage.setDrawing(null);
      draw();
    }
    if (editor.isOpen()) {
      editor.close();
      draw();
    }
  }

  /** Another place becomes the field's place; the value stays. */
  function take(index) {
    const field = model.selected;
    const alternative = field?.alternatives[index];
    if (alternative) review.save(field, field.value, alternative.boxes);
  }

  function alternativesOf(field) {
    if (field.alternatives.length === 0) return null;
    return el(
      "div",
      { class: "alternatives" },
      el("h4", {}, "Other places"),
      el("ol", {}, field.alternatives.map((alternative, i) =>
        el("li", {},
          el("span", { class: "printed", dir: "auto" }, alternative.boxes.map((place) => place.content).join(" ") || "(no words)"),
          el("span", { class: "muted" }, ` page ${alternative.boxes[0]?.page ?? "–"}, ${percent(alternative.score)}${alternative.source === "model" ? ", by the model" : ""}`),
          button("Show", () => stage.reveal(alternative.boxes[0]), { "aria-label": `Show place ${i + 1}` }),
          button("Take", () => take(i), { class: "take", "aria-label": `Take place ${i + 1}`, disabled: model.shown.review.state === "approved" })))),
    );
  }

  return {
    node, take, draw: startDrawing, cancel,
    /** Keeps the list's button focused: the panel is only looked at. */
    focusSoon: () => {},
  };
}

function factsOf(field) {
  const printed = field.boxes.map((place) => place.content).filter(Boolean).join(" ");
  const facts = [
    ["Value", el("span", { dir: "auto", class: "value-full" }, textOf(field))],
    ["Printed", printed ? el("span", { dir: "auto", class: "printed" }, printed) : el("span", { class: "muted" }, "no box")],
  ];
  if (field.correction) facts.push(["Checked", `by ${field.correction.who}, ${ago(field.correction.when)}`]);
  const { predicted } = field;
  if (field.correction && predicted.value.text !== field.value.text) facts.push(["Predicted", el("span", { dir: "auto" }, textOf(predicted))]);
  facts.push(
    ["Confidence", [el("span", { class: `band ${field.confidence}` }, `${BANDS[field.confidence].sign} ${BANDS[field.confidence].name}`), ` · score ${percent(field.score, 1)} · margin ${field.margin.toFixed(2)}`]],
    ["Match", `${STATUSES[field.status] ?? field.status} · ${TIERS[field.tier] ?? field.tier} · ${count(field.candidates, "place")}`],
  );
  if (field.shared_with.length > 0) facts.push(["Same words as", field.shared_with.join(", ")]);
  if (field.note) facts.push(["Note", field.note]);
  return el("dl", { class: "facts" }, facts.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
}

function historyOf(field) {
  const history = field.history ?? [];
  if (history.length === 0) return null;
  return el(
    "details",
    { class: "history" },
    el("summary", {}, `History (${history.length})`),
    el("ol", {}, history.map((each) =>
      el("li", {}, el("time", { datetime: each.when }, dateTime(each.when)), ` ${each.who}: `, el("del", { dir: "auto" }, each.before?.text ?? "–"), " → ", el("ins", { dir: "auto" }, each.value.kind === "null" ? "–" : each.value.text)))),
  );
}
