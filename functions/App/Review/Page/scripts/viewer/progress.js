// How far a document is, page by page and step by step.

import { el, show } from "../dom.js";
import { count } from "../words.js";

const STEPS = [["split", "Open"], ["read", "Read"], ["plan", "Plan"], ["extract", "Extract"], ["ground", "Ground"], ["publish", "Publish"]];
const SIGNS = { none: "", waiting: "…", claimed: "▶", done: "✓", failed: "✕" };
const NAMES = { none: "not begun", waiting: "waiting", claimed: "in work", done: "done", failed: "failed" };

export function progressPanel(name) {
  const steps = el("ol", { class: "steps" });
  const pages = el("ol", { class: "tiles", "aria-label": "Pages" });
  const said = el("p", { class: "muted", role: "status" }, "Waiting for a worker…");
  const trouble = el("p", { class: "problem", role: "alert" });
  const node = el("section", { class: "card progress" }, el("h1", { dir: "auto" }, name), said, steps, trouble, pages);

  function update(progress) {
    trouble.textContent = "";
    const total = progress.pages ?? progress.read.length;
    show(steps, STEPS.map(([key, text]) => stepOf(progress, key, text)));
    show(pages, Array.from({ length: total }, (_, i) => tileOf(i + 1, progress)));
    said.textContent = sentence(progress, total);
    show(trouble, progress.failures.map((failure) => el("span", { class: "line" }, failure.page ? `Page ${failure.page}: ` : "", failure.message)));
  }

  return { node, update, lost: (problem) => (trouble.textContent = `${problem.message} Asking again…`) };
}

function stepOf(progress, key, text) {
  const states = Array.isArray(progress[key]) ? progress[key] : [progress[key]];
  const total = key === "read" ? (progress.pages ?? states.length) : key === "extract" ? (progress.windows ?? states.length) : 1;
  const done = states.filter((state) => state === "done" || state === "failed").length;
  const state = total > 0 && done >= total ? (states.includes("failed") ? "failed" : "done") : states.some((each) => each !== "none") ? "claimed" : "none";
  return el(
    "li",
    { class: state, data: { step: key } },
    el("span", { class: "step-name" }, `${SIGNS[state]} ${text}`.trim()),
    el("progress", { max: Math.max(1, total), value: done, "aria-label": text }),
    el("span", { class: "muted" }, total > 1 ? `${done} of ${total}` : NAMES[state]),
  );
}

function tileOf(page, progress) {
  const read = progress.read[page - 1] ?? "none";
  const extract = progress.page_extract?.[page - 1] ?? "none";
  const [step, state] = extract !== "none" ? ["extract", extract] : ["read", read];
  return el("li", { class: `tile ${step} ${state}`, title: `Page ${page}: ${step}, ${NAMES[state]}`, "aria-label": `Page ${page}: ${step}, ${NAMES[state]}` },
    el("span", {}, page), el("span", { "aria-hidden": "true" }, SIGNS[state]));
}

function sentence(progress, total) {
  const read = progress.read.filter((state) => state === "done").length;
  if (progress.ground === "done") return "Writing the result…";
  if (progress.ground === "claimed") return "Looking for the words of every value…";
  if (progress.plan === "done") return "Extracting the fields…";
  if (total > 0) return `Reading: ${read} of ${count(total, "page")}.`;
  return progress.split === "claimed" ? "Opening the file…" : "Waiting for a worker…";
}
