// Everything that is done all day long, without the mouse.

import { el, button } from "../dom.js";
import { nextInList } from "../worklist.js";
import { isDoubtful } from "./model.js";

const KEYS = [
  ["n / p", "next / previous field of low confidence"],
  ["j / k", "next / previous field"],
  ["a", "accept the chosen field"],
  ["e or Enter", "edit the chosen field"],
  ["d", "draw a box for the chosen field"],
  ["1 2 3", "take an alternative"],
  ["Esc", "leave editing or drawing"],
  ["Shift + A", "approve the document, or open it again"],
  ["]", "next document of the work list"],
  ["+ / − / 0", "zoom in / out / fit width"],
  ["r", "rotate"],
  ["?", "this help"],
];

export function listenToKeys({ model, stage, review, evidence }, signal) {
  const go = (step, fits) => {
    const field = model.next(step, fits);
    if (field) model.select(field.path, "keyboard");
  };
  const acts = {
    n: () => go(1, isDoubtful),
    p: () => go(-1, isDoubtful),
    j: () => go(1, hasValue),
    k: () => go(-1, hasValue),
    a: () => model.selected && review.accept(model.selected),
    e: () => model.selected && review.edit(model.selected),
    Enter: () => model.selected && review.edit(model.selected),
    d: () => model.selected && evidence.draw(),
    A: () => review.approve(),
    "]": nextDocument,
    "+": () => stage.zoomBy(1.25),
    "-": () => stage.zoomBy(1 / 1.25),
    0: () => stage.fitWidth(),
    r: () => stage.rotate(),
    "?": help,
    Escape: () => evidence.cancel(),
  };
  for (const number of [1, 2, 3]) acts[number] = () => evidence.take(number - 1);

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
    // A button that has the focus keeps its own Enter, but a field's button means editing.
    if (event.key === "Enter" && event.target.closest("button, a") && !event.target.closest(".cell")) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }, { signal });

  async function nextDocument() {
    const next = await nextInList(model.shown.id);
    location.hash = next ? `#/documents/${next}` : "#/work";
  }
}

function hasValue(field) {
  return field.value.kind !== "null";
}

function help() {
  const dialog = el(
    "dialog",
    { class: "card", "aria-label": "Keys" },
    el("h2", {}, "Keys"),
    el("dl", { class: "keys" }, KEYS.flatMap(([key, meaning]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, meaning)])),
    button("Close", () => dialog.close()),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
