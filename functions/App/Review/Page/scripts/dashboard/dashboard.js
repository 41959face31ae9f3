// What happens with all documents: amounts, confidence, corrections, failures, cost.

import { get, post } from "../api.js";
import { el, show, button, toast } from "../dom.js";
import { ago, count, percent } from "../words.js";
import { amounts, bands, costs } from "./charts.js";

const DAYS = [7, 30, 90];

export async function dashboardView(main, _, signal) {
  const body = el("div", { class: "board", "aria-live": "polite" }, el("p", { class: "muted" }, "Loading…"));
  const days = el("select", { id: "days", onchange: () => load() }, DAYS.map((each) => el("option", { value: each, selected: each === 30 }, `last ${each} days`)));
  show(main, el("section", { class: "list" }, el("div", { class: "list-head" }, el("h1", {}, "Dashboard"), el("label", {}, "Time ", days)), body));
  await load();

  async function load() {
    const board = await get(`dashboard?days=${days.value}`, { signal });
    const sums = totals(board);
    show(
      body,
      tiles(board, sums),
      el(
        "div",
        { class: "charts" },
        chart("Documents and pages per day", (width) => amounts(board.days, width), signal, `${count(sums.documents, "document")} of ${count(sums.pages, "page")}`),
        chart("Fields per day by confidence", (width) => bands(board.days, width), signal, shareLine(sums)),
        chart(`Cost per day in ${board.currency}`, (width) => costs(board.days, width), signal, sums.cost > 0 ? `${sums.cost.toFixed(2)} ${board.currency} in all` : "No prices are set, or nothing cost anything."),
        corrections(board.corrections),
      ),
      failures(board.failures),
    );
  }
}

function totals(board) {
  const sums = { documents: 0, pages: 0, hi: 0, med: 0, low: 0, cost: 0 };
  for (const day of board.days) for (const name of Object.keys(sums)) sums[name] += day[name];
  return sums;
}

function tiles(board, sums) {
  const tile = (name, value, href, title) => el(href ? "a" : "div", { class: "tile-figure", href, title }, el("span", { class: "figure" }, value), el("span", { class: "muted" }, name));
  return el(
    "div",
    { class: "figures" },
    tile("queued steps", board.queue.toLocaleString(), null, "Steps of all documents that wait, wait for another try, or are in work now."),
    tile("in work", board.states.working.toLocaleString(), "#/work?state=working"),
    tile("to review", board.states.open.toLocaleString(), "#/work?state=open"),
    tile("approved", board.states.approved.toLocaleString(), "#/work?state=approved"),
    tile("failed", board.states.failed.toLocaleString(), "#/work?state=failed"),
    tile("documents", sums.documents.toLocaleString()),
    tile("pages", sums.pages.toLocaleString()),
    tile(`cost, ${board.currency}`, sums.cost.toFixed(2)),
  );
}

function shareLine(sums) {
  const all = sums.hi + sums.med + sums.low;
  return all === 0 ? "No fields yet." : `● ${percent(sums.hi / all)} high · ◆ ${percent(sums.med / all)} medium · ▲ ${percent(sums.low / all)} low`;
}

/** A chart as wide as its frame, drawn anew when that changes. */
function chart(title, draw, signal, note = null) {
  const frame = el("div", { class: "chart-frame", role: "img", "aria-label": note ? `${title}: ${note}` : title });
  let drawn = null;
  let width = 0;
  const watch = new ResizeObserver(([entry]) => {
    if (Math.abs(entry.contentRect.width - width) < 2) return;
    width = entry.contentRect.width;
    drawn?.destroy();
    drawn = draw(Math.floor(width));
    show(frame, drawn.root);
  });
  watch.observe(frame);
  signal.addEventListener("abort", () => (watch.disconnect(), drawn?.destroy()));
  return el("section", { class: "card chart" }, el("h2", {}, title), note ? el("p", { class: "muted" }, note) : null, frame);
}

function corrections(columns) {
  const rows = columns.map((column) => {
    const rate = column.corrected / Math.max(1, column.checked);
    const bar = el("span", { class: "rate" });
    bar.style.width = `${rate * 100}%`;
    return el("tr", {}, el("th", { scope: "row" }, el("code", {}, column.path)), el("td", { class: "number" }, `${column.corrected} of ${column.checked}`), el("td", { class: "rate-cell" }, bar), el("td", { class: "number" }, percent(rate)));
  });
  const table = el("table", {}, el("thead", {}, el("tr", {}, ["Field", "Corrected", "", "Rate"].map((head) => el("th", { scope: "col", class: head === "Field" ? null : "number" }, head)))), el("tbody", {}, rows));
  return el(
    "section",
    { class: "card chart" },
    el("h2", {}, "Corrections per field"),
    el("p", { class: "muted" }, "Of the values in approved documents, how many a person had to change."),
    rows.length === 0 ? el("p", { class: "empty" }, "No document was approved in this time.") : el("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": "Corrections per field" }, table),
  );
}

function failures(failed) {
  const row = (entry) => {
    const again = button("Replay", async () => {
      again.disabled = true;
      try {
        await post(`documents/${entry.id}/replay`);
        again.replaceWith(el("span", { class: "ok" }, "✓ started"));
      } catch (problem) {
        toast(problem.message, "problem");
        again.disabled = false;
      }
    }, { "aria-label": `Replay ${entry.name}` });
    return el("tr", {}, el("th", { scope: "row" }, el("a", { href: `#/documents/${entry.id}`, dir: "auto" }, entry.name)), el("td", {}, entry.error?.message ?? "–"), el("td", {}, ago(entry.created_at)), el("td", {}, entry.can_replay ? again : null));
  };
  return el(
    "section",
    { class: "card" },
    el("h2", {}, "Failures"),
    failed.length === 0
      ? el("p", { class: "empty" }, "Nothing has failed.")
      : el("div", { class: "table-scroll" }, el("table", { class: "documents" }, el("thead", {}, el("tr", {}, ["Document", "Reason", "Submitted", ""].map((head) => el("th", { scope: "col" }, head)))), el("tbody", {}, failed.map(row)))),
    failed.length > 0 ? el("p", { class: "muted" }, `The latest ${count(failed.length, "failure")}.`) : null,
  );
}
