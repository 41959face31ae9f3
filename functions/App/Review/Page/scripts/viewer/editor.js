// Typing a value. What was typed stays until it is stored or thrown away by the person who typed it.

import { el, show, button } from "../dom.js";

export function createEditor(review, onClosed) {
  const node = el("form", { class: "editor", onsubmit: (event) => (event.preventDefault(), save()) });
  let field = null;
  let boxes = null;
  let kind = "text";
  let input = null;

  function open(edited, draft) {
    field = edited;
    boxes = draft?.boxes ?? null;
    kind = draft?.kind ?? (field.kind === "null" ? "text" : field.kind);
    const text = draft?.text ?? (field.value.kind === "null" ? "" : field.value.text);
    input = kind === "boolean"
      ? el("select", { id: "value" }, ["true", "false"].map((each) => el("option", { value: each, selected: each === text }, each)))
      : el("textarea", { id: "value", rows: text.length > 60 ? 6 : 2, dir: "auto", value: text, spellcheck: "false" });
    input.addEventListener("input", keep);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") (event.stopPropagation(), cancel());
      if (event.key === "Enter" && !event.shiftKey) (event.preventDefault(), save());
    });
    const problem = el("p", { class: "problem", role: "alert", id: "value-problem" });
    input.setAttribute("aria-describedby", "value-problem");
    show(
      node,
      el("label", { for: "value" }, "Value", boxes ? el("span", { class: "muted" }, " from the box") : null),
      input,
      problem,
      el("div", { class: "actions" }, el("button", { class: "primary", id: "save" }, "Save"), button("Cancel", cancel)),
      el("p", { class: "muted" }, "Enter saves, Shift+Enter breaks the line, Esc cancels."),
    );
    if (draft?.problem) problem.textContent = draft.problem;
    keep();
  }

  function keep() {
    review.keepDraft(field, { text: input.value, kind, boxes });
  }

  async function save() {
    const problem = node.querySelector(".problem");
    const send = node.querySelector("#save");
    problem.textContent = "";
    send.disabled = true;
    const edited = field;
    const refusal = await review.save(edited, { kind, text: input.value }, boxes);
    if (edited !== field) return;
    send.disabled = false;
    if (!refusal) return close(), onClosed();
    problem.textContent = refusal.message;
    input.focus();
  }

  function cancel() {
    review.dropDraft(field);
    close();
    onClosed();
  }

  function close() {
    field = null;
  }

  return { node, open, close, isOpen: () => field !== null, focus: () => (input?.focus(), input?.select?.()) };
}
