// One document: its progress while it is worked on, then the viewer, or why there is nothing to view.

import { get, poll, post } from "../api.js";
import { el, show, button, toast } from "../dom.js";
import { progressPanel } from "./progress.js";
import { openViewer } from "./viewer.js";

export async function documentView(main, [, id], signal) {
  const shown = await get(`documents/${id}`, { signal });
  document.title = `${shown.name} – GroundedDocs`;
  if (shown.state === "working") return watch(main, shown, signal);
  if (shown.state === "failed" || shown.problem) return refuse(main, shown, signal);
  return openViewer(main, shown, signal);
}

async function watch(main, shown, signal) {
  const panel = progressPanel(shown.name);
  show(main, panel.node);
  await poll(
    `documents/${shown.id}/progress`,
    (progress, problem) => {
      if (problem) panel.lost(problem);
      else panel.update(progress);
      return progress && progress.state !== "working";
    },
    signal,
  );
  if (!signal.aborted) await documentView(main, [null, shown.id], signal);
}

/** A document without a result: the reason, and another try. */
function refuse(main, shown, signal) {
  const reason = shown.error ?? shown.problem;
  const again = button("Work on it again", async () => {
    again.disabled = true;
    try {
      await post(`documents/${shown.id}/replay`);
      await documentView(main, [null, shown.id], signal);
    } catch (problem) {
      toast(problem.message, "problem");
      again.disabled = false;
    }
  }, { class: "primary" });
  show(
    main,
    el(
      "section",
      { class: "card narrow" },
      el("h1", { dir: "auto" }, shown.name),
      el("p", { class: "problem", role: "alert" }, reason?.message ?? "This document has no result."),
      reason?.code ? el("p", { class: "muted" }, `Code: ${reason.code}`) : null,
      shown.can_replay ? again : null,
      " ",
      el("a", { class: "button", href: "#/work" }, "Work list"),
    ),
  );
}
