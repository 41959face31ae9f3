// Handing documents in: drop, choose or paste; then each file's way through the upload.

import { get, upload } from "./api.js";
import { el, show, button } from "./dom.js";
import { percent } from "./words.js";

const AT_ONCE = 3;
/** What was chosen and typed, also when the page goes away for signing in. */
const kept = { kind: "classify", domain: "", schema: "", ...JSON.parse(sessionStorage.getItem("upload") ?? "{}") };

function keep(change) {
  Object.assign(kept, change);
  sessionStorage.setItem("upload", JSON.stringify(kept));
}

export async function uploadView(main, _, signal) {
  const rows = el("ul", { class: "uploads", "aria-label": "Uploads" });
  const problem = el("p", { class: "problem", id: "schema-problem", role: "alert" });
  const picker = el("input", { type: "file", multiple: true, id: "files", class: "visually-hidden", onchange: () => take(picker.files) });
  const choice = await choices(problem);
  const zone = el(
    "div",
    { class: "drop", id: "drop" },
    el("p", { class: "drop-title" }, "Drop documents here"),
    el("p", { class: "muted" }, "PDF, TIFF, PNG, JPEG, WebP, GIF or BMP, one or many. An image can be pasted."),
    el("label", { for: "files", class: "button primary" }, "Choose files"),
    picker,
  );
  const waiting = [];
  let busy = 0;

  function take(files) {
    const what = choice();
    if (!what) return;
    for (const file of files) waiting.push(row(rows, file, what, next));
    picker.value = "";
    next();
  }

  function next() {
    while (busy < AT_ONCE && waiting.length > 0) {
      busy++;
      waiting.shift().send().finally(() => (busy--, next()));
    }
  }

  zone.addEventListener("dragover", (event) => (event.preventDefault(), zone.classList.add("over")));
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    take(event.dataTransfer.files);
  });
  document.addEventListener("paste", (event) => event.clipboardData?.files.length > 0 && take(event.clipboardData.files), { signal });
  show(main, el("section", { class: "card upload" }, el("h1", {}, "New documents"), choice.panel, problem, zone, rows));
}

/** What to look for in the documents; the panel remembers what was typed. */
async function choices(problem) {
  const domains = await get("domains");
  const list = el(
    "select",
    { id: "domain", onchange: () => keep({ domain: list.value }) },
    domains.map((domain) => el("option", { value: domain.name, selected: domain.name === kept.domain }, domain.name)),
  );
  const schema = el("textarea", {
    id: "schema", rows: 8, spellcheck: "false", "aria-describedby": "schema-problem",
    placeholder: '{ "type": "object", "properties": { "total": { "type": "number" } } }', value: kept.schema,
    oninput: () => (keep({ schema: schema.value }), (problem.textContent = "")),
  });
  const parts = {
    classify: el("p", { class: "muted" }, "Each document is looked at, and the schema of its kind is used."),
    domain: el("div", {}, el("label", { for: "domain" }, "Domain"), list),
    schema: el("div", {}, el("label", { for: "schema" }, "JSON Schema"), schema),
  };
  const names = { classify: "Recognise it", domain: "Choose a domain", schema: "Use a JSON Schema" };
  const body = el("div", { class: "choice-body" }, parts[kept.kind]);
  const select = (kind) => (keep({ kind }), (problem.textContent = ""), show(body, parts[kind]));
  const radios = Object.entries(names).map(([kind, name]) =>
    el("label", { class: "choice" }, el("input", { type: "radio", name: "kind", value: kind, checked: kind === kept.kind, onchange: () => select(kind) }), name),
  );
  const read = () => {
    if (kept.kind === "classify") return {};
    if (kept.kind === "domain") return { domain: list.value };
    try {
      JSON.parse(schema.value);
      return { schema: schema.value };
    } catch (error) {
      problem.textContent = `The schema is not JSON: ${error.message}. Nothing was uploaded.`;
      schema.focus();
      return null;
    }
  };
  read.panel = el("fieldset", {}, el("legend", {}, "What to extract"), el("div", { class: "choice-row" }, radios), body);
  return read;
}

/** One file: its progress, then a link to the document or why there is none, with another try. */
function row(rows, file, what, again) {
  const bar = el("progress", { max: 1, value: 0, "aria-label": `Upload of ${file.name}` });
  const state = el("span", { class: "upload-state" }, "waiting");
  const line = el("li", {}, el("span", { class: "upload-name" }, file.name), bar, state);
  rows.prepend(line);
  async function send() {
    show(line, el("span", { class: "upload-name" }, file.name), bar, state);
    try {
      const made = await upload(what, file, (share) => ((bar.value = share), (state.textContent = percent(share))));
      show(line, el("a", { class: "upload-name", href: `#/documents/${made.id}` }, file.name), el("span", { class: "ok" }, "✓ accepted"));
      if (rows.children.length === 1) location.hash = `#/documents/${made.id}`;
    } catch (problem) {
      const retry = button("Try again", () => send().finally(again));
      show(line, el("span", { class: "upload-name" }, file.name), el("span", { class: "problem", role: "alert" }, problem.message), retry);
    }
  }
  return { send };
}
