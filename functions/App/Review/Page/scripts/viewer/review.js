// What people say about the document: corrections and approval, stored on the server under the version that was seen.

import { get, post } from "../api.js";
import { el, show, button, toast } from "../dom.js";
import { STATES, ago, domainName } from "../words.js";

/** Whether a stored correction says what was sent. */
function isSame(stored, sent) {
  const places = (boxes) => JSON.stringify((boxes ?? []).map((place) => [place.page, ...place.box.map((edge) => edge.toFixed(4))]));
  return stored.value.text === sent.value.text && places(stored.boxes) === places(sent.boxes);
}

export function createReview(model) {
  const { shown } = model;
  const head = el("div", { class: "panel-head" });
  const draftsKey = `drafts:${shown.id}`;
  const drafts = JSON.parse(sessionStorage.getItem(draftsKey) ?? "{}");
  let startEdit = () => {};
  tellHistory();
  drawHead();
  model.on("review", drawHead);

  function drawHead() {
    const isApproved = shown.review.state === "approved";
    show(
      head,
      el("div", { class: "panel-title" }, el("h1", { dir: "auto", title: shown.name }, shown.name), el("span", { class: `state ${shown.review.state}` }, STATES[shown.review.state])),
      el("p", { class: "muted", title: shown.domain }, shown.domain ? domainName(shown.domain) : "own schema", isApproved && shown.review.who ? ` · approved by ${shown.review.who}, ${ago(shown.review.when)}` : ""),
      button(isApproved ? "Open again" : "Approve", approve, { class: isApproved ? "" : "primary", id: "approve", title: "Shift+A" }),
    );
  }

  /** Stores a value and its place. Answers null when it is stored, else what went wrong; the draft stays then. */
  async function save(field, value, boxes) {
    if (shown.review.state === "approved") return problem("The document is approved; open it again before you correct it.");
    const seen = shown.corrections.length;
    keepDraft(field, { text: value.text, kind: value.kind, boxes });
    try {
      await store(field, value, boxes, seen);
      dropDraft(field);
      return null;
    } catch (refusal) {
      return problem(refusal.status === 0 ? "The server could not be reached. The text is kept: save it again." : refusal.message);
    }
  }

  async function store(field, value, boxes, seen) {
    const body = { version: shown.review.version, path: field.path, value, boxes: boxes ?? field.boxes };
    try {
      take(await post(`documents/${shown.id}/corrections`, body));
    } catch (refusal) {
      if (refusal.status !== 409) throw refusal;
      take(await get(`documents/${shown.id}/review`));
      const other = shown.corrections.slice(seen).findLast((each) => each.path === field.path);
      // Stored before, but the answer got lost on its way; or somebody else meant the same.
      if (other && isSame(other, body)) return;
      if (other) throw new Error(`${other.who} changed this field meanwhile to “${other.value.text}”. Save again to replace that, or cancel to keep it.`);
      if (shown.review.state === "approved") throw new Error(`${shown.review.who} approved the document meanwhile. Open it again to correct it.`);
      // Somebody worked on another field: both corrections stand.
      return store(field, value, boxes, shown.corrections.length);
    }
  }

  function problem(message) {
    toast(message, "problem");
    return { message };
  }

  /** Takes what the server says about the review; corrections of others come along. */
  function take({ review, corrections }) {
    const known = shown.corrections.length;
    shown.corrections = corrections;
    tellHistory();
    model.setReview(review);
    for (const correction of corrections.slice(known)) model.apply(correction);
  }

  function tellHistory() {
    for (const field of model.fields) field.history = [];
    for (const correction of shown.corrections) model.byPath.get(correction.path)?.history.push(correction);
  }

  async function accept(field) {
    return save(field, field.value, field.boxes);
  }

  async function approve() {
    const isApproved = shown.review.state === "approved";
    try {
      take(await post(`documents/${shown.id}/${isApproved ? "reopen" : "approve"}`, { version: shown.review.version }));
      toast(isApproved ? "Open again." : "Approved. Press ] for the next document.");
    } catch (refusal) {
      if (refusal.status === 409) take(await get(`documents/${shown.id}/review`));
      problem(refusal.message);
    }
  }

  function keepDraft(field, draft) {
    drafts[field.path] = draft;
    sessionStorage.setItem(draftsKey, JSON.stringify(drafts));
  }

  function dropDraft(field) {
    delete drafts[field?.path];
    if (Object.keys(drafts).length > 0) sessionStorage.setItem(draftsKey, JSON.stringify(drafts));
    else sessionStorage.removeItem(draftsKey);
  }

  function edit(field, draft = drafts[field.path]) {
    if (shown.review.state === "approved") problem("The document is approved; open it again before you correct it.");
    else startEdit(field, draft);
  }

  /** What was typed before the page went away is put back. */
  function offerDrafts() {
    const field = Object.keys(drafts).map((path) => model.byPath.get(path)).find(Boolean);
    if (field) edit(field, { ...drafts[field.path], problem: "This was typed before and is not stored yet." });
  }

  return { head, save, accept, approve, edit, keepDraft, dropDraft, offerDrafts, onEdit: (act) => (startEdit = act), hasUnsaved: () => Object.keys(drafts).length > 0 };
}
