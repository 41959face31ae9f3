// The fields, grouped like the JSON: objects as groups, lists of objects as tables.

import { el, show } from "../dom.js";
import { BANDS, percent, title } from "../words.js";
import { bandOf, isDoubtful } from "./model.js";

export function createFields(model, review, evidence) {
  const node = el("div", { class: "fields" });
  const cells = new Map();
  let showsEmpty = model.fields.length < 12;
  const empty = model.fields.filter((field) => field.value.kind === "null" && !field.correction).length;
  const toggle = el("label", { class: "toggle" }, el("input", { type: "checkbox", checked: showsEmpty, onchange: (event) => ((showsEmpty = event.target.checked), draw()) }), `Show ${empty} without a value`);
  draw();
  model.on("select", mark);
  model.on("hover", mark);
  model.on("change", (field) => {
    if (!cells.has(field.path)) draw();
    else paint(field);
    summary();
  });

  function draw() {
    cells.clear();
    show(node, el("p", { class: "summary muted" }), legend(), groupOf(treeOf(model.fields.filter(isShown)), 0), empty > 0 ? toggle : null);
    summary();
    mark();
  }

  function isShown(field) {
    return showsEmpty || field.value.kind !== "null" || field.correction !== null;
  }

  function summary() {
    const doubtful = model.fields.filter(isDoubtful).length;
    const checked = model.fields.filter((field) => field.correction).length;
    const found = model.fields.filter((field) => field.value.kind !== "null").length;
    node.querySelector(".summary").textContent = `${found} values · ${doubtful} of low confidence to check · ${checked} checked`;
  }

  function groupOf(tree, depth) {
    return [...tree].map(([name, child]) => {
      if (child.field) return lineOf(child.field, title(name));
      if (child.isList) return listOf(name, child, depth);
      return el("section", { class: `group depth-${Math.min(depth, 3)}` }, el("h3", {}, title(name)), groupOf(child.children, depth + 1));
    });
  }

  /** A list of objects becomes a table with a column for each property that any row has; a list of values stays a list. */
  function listOf(name, list, depth) {
    const rows = [...list.children];
    const columns = [...new Set(rows.flatMap(([, row]) => (row.field ? [] : leavesOf(row).map((leaf) => leaf.column))))];
    if (columns.length === 0) {
      return el("section", { class: "group" }, el("h3", {}, title(name)), rows.map(([index, row]) => lineOf(row.field, Number(index) + 1)));
    }
    const body = rows.map(([index, row]) => {
      const leaves = new Map(leavesOf(row).map((leaf) => [leaf.column, leaf.field]));
      return el("tr", {}, el("th", { scope: "row" }, Number(index) + 1), columns.map((column) => {
        const field = leaves.get(column);
        return el("td", {}, field ? cellOf(field, `${title(name)} ${Number(index) + 1}, ${title(column)}`) : null);
      }));
    });
    return el(
      "section",
      { class: `group depth-${Math.min(depth, 3)}` },
      el("h3", {}, `${title(name)} (${rows.length})`),
      el("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": title(name) },
        el("table", { class: "items" }, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "#"), columns.map((column) => el("th", { scope: "col", class: isNumeric(rows, column) ? "number" : null }, title(column))))), el("tbody", {}, body))),
    );
  }

  function lineOf(field, name) {
    return el("div", { class: "line" }, el("span", { class: "name" }, name), cellOf(field, String(name)));
  }

  /** The one thing that is clicked, wherever a field stands. */
  function cellOf(field, name) {
    const cell = el("button", {
      type: "button", class: "cell", data: { path: field.path },
      onclick: () => (model.select(field.path, "list"), evidence.focusSoon(field)),
      ondblclick: () => review.edit(field),
      onpointerenter: () => model.hover(field.path), onpointerleave: () => model.hover(null),
    });
    cells.set(field.path, { cell, name });
    paint(field);
    return cell;
  }

  function paint(field) {
    const { cell, name } = cells.get(field.path);
    const band = bandOf(field);
    const value = textOf(field);
    cell.className = `cell ${band} ${field.value.kind}`;
    const said = band === "checked" ? "checked" : `${BANDS[band].name} confidence, ${field.status}`;
    cell.setAttribute("aria-label", `${name}: ${value}, ${said}`);
    cell.title = field.correction ? `${field.path}: checked by ${field.correction.who}` : `${field.path}: ${field.status}, score ${percent(field.score)}`;
    show(cell, el("span", { class: "value", dir: "auto" }, value), el("span", { class: `sign band ${band}`, "aria-hidden": "true" }, band === "checked" ? "✓" : field.value.kind === "null" ? "" : BANDS[band].sign));
    mark();
  }

  function mark(change) {
    for (const [path, { cell }] of cells) {
      const isSelected = path === model.selected?.path;
      cell.classList.toggle("selected", isSelected);
      cell.classList.toggle("hovered", path === model.hovered);
      if (isSelected) cell.setAttribute("aria-current", "true");
      else cell.removeAttribute("aria-current");
      if (isSelected && change?.origin && change.origin !== "list") cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  return { node };
}

function legend() {
  const names = { hi: "● high", med: "◆ medium", low: "▲ low", checked: "✓ checked" };
  return el("p", { class: "legend", "aria-label": "Signs of confidence" }, Object.entries(names).map(([band, text]) => el("span", { class: `band ${band}` }, text)));
}

export function textOf(field) {
  return field.value.kind === "null" ? "–" : field.value.text;
}

/** Path segments as a tree: maps of names, with lists marked. */
function treeOf(fields) {
  const root = new Map();
  for (const field of fields) {
    let level = root;
    field.segments.forEach((segment, i) => {
      const isLast = i === field.segments.length - 1;
      if (!level.has(segment)) level.set(segment, isLast ? { field, children: new Map() } : { children: new Map(), isList: typeof field.segments[i + 1] === "number" });
      level = level.get(segment).children;
    });
  }
  return root;
}

/** Whether a column of a list holds numbers alone, so that its head stands above their ends. */
function isNumeric(rows, column) {
  const kinds = rows.flatMap(([, row]) => leavesOf(row)).filter((leaf) => leaf.column === column && leaf.field.value.kind !== "null");
  return kinds.length > 0 && kinds.every((leaf) => leaf.field.value.kind === "number");
}

function leavesOf(row, prefix = "") {
  return [...row.children].flatMap(([name, child]) => {
    const column = prefix === "" ? String(name) : `${prefix} ${name}`;
    return child.field ? [{ column, field: child.field }] : leavesOf(child, column);
  });
}
