// The work list: documents by state, domain, lowest confidence and age, a page at a time.

import { address, get } from "./api.js";
import { el, show, button, toast } from "./dom.js";
import { BANDS, STATES, ago, count, dateTime, domainName, percent } from "./words.js";

const COUNT = 50;
const ORDERS = { newest: "newest first", oldest: "oldest first", least_sure: "least sure first" };
const AGES = { "": "any age", "newer=1": "last 24 hours", "newer=7": "last 7 days", "older=1": "older than a day", "older=7": "older than a week" };

export async function workListView(main, match, signal) {
  const query = new URLSearchParams((match[1] ?? "").slice(1));
  const table = el("div", { class: "list-body", "aria-live": "polite", "aria-busy": "true" }, el("p", { class: "muted" }, "Loading…"));
  const bar = el("form", { class: "filters", role: "search", onsubmit: (event) => event.preventDefault() });
  show(main, el("section", { class: "list" }, el("div", { class: "list-head" }, el("h1", {}, "Work list"), exports(query)), bar, table));
  const answer = await get(`documents?${requestOf(query)}`, { signal });
  sessionStorage.setItem("list", JSON.stringify({ query: query.toString(), ids: answer.documents.map((each) => each.id), next: answer.next }));
  fillFilters(bar, query, answer.domains);
  table.removeAttribute("aria-busy");
  show(table, answer.documents.length === 0 ? nothing(query, answer.next) : tableOf(answer.documents), pages(query, answer.next));
}

/** The document after this one in the list that was looked at last; null at its end. */
export async function nextInList(id) {
  const list = JSON.parse(sessionStorage.getItem("list") ?? "null");
  if (!list) return null;
  const at = list.ids.indexOf(id);
  if (at >= 0 && at + 1 < list.ids.length) return list.ids[at + 1];
  if (!list.next) return null;
  const query = new URLSearchParams(list.query);
  query.set("after", list.next);
  const answer = await get(`documents?${requestOf(query)}`);
  sessionStorage.setItem("list", JSON.stringify({ query: query.toString(), ids: answer.documents.map((each) => each.id), next: answer.next }));
  return answer.documents[0]?.id ?? null;
}

function requestOf(query) {
  const request = new URLSearchParams({ count: COUNT });
  for (const name of ["state", "domain", "band", "order", "after"]) if (query.get(name)) request.set(name, query.get(name));
  const [side, days] = (query.get("age") ?? "").split("=");
  if (days) request.set(side === "newer" ? "since" : "before", new Date(Date.now() - days * 86400000).toISOString());
  return request;
}

function fillFilters(bar, query, domains) {
  const named = (names) => [["", "all"], ...Object.entries(names)];
  const go = (name, value) => {
    const next = new URLSearchParams(query);
    next.delete("after");
    if (value) next.set(name, value);
    else next.delete(name);
    location.hash = `#/work?${next}`;
  };
  const choice = (name, text, options) =>
    el("label", {}, text, el("select", { name, onchange: (event) => go(name, event.target.value) },
      options.map(([value, shown]) => el("option", { value, selected: (query.get(name) ?? "") === value }, shown))));
  show(
    bar,
    choice("state", "State", named(STATES)),
    choice("domain", "Domain", [["", "all"], ...domains.map((domain) => [domain, domainName(domain)])]),
    choice("band", "Lowest confidence", [["", "all"], ...Object.entries(BANDS).map(([band, { sign, name }]) => [band, `${sign} ${name}`])]),
    choice("age", "Age", Object.entries(AGES)),
    choice("order", "Order", Object.entries(ORDERS).map(([value, text]) => [value === "newest" ? "" : value, text])),
  );
}

/** What the filters let through, with the values that people left; approved documents when no state is chosen. */
function exports(query) {
  const request = requestOf(query);
  for (const name of ["count", "after", "order"]) request.delete(name);
  if (!request.has("state")) request.set("state", "approved");
  const state = STATES[request.get("state")];
  const link = (path, text, title) =>
    el("a", { class: "button", href: address(`${path}?${request}`), download: true, title, onclick: (event) => (event.preventDefault(), fetchExport(path, request)) }, text);
  return el(
    "span",
    { class: "exports" },
    el("span", { class: "muted" }, `Export ${state}:`),
    link("export", "JSON lines", "Values, boxes and schemas"),
    link("export.zip", "Data set", "The same with the documents, as evaluate takes it"),
  );
}

/** A download that fails says nothing, so that the server is asked first whether there is one. */
async function fetchExport(path, request) {
  try {
    await get(`${path}?${request}&check=true`);
    el("a", { href: address(`${path}?${request}`), download: true }).click();
  } catch (problem) {
    toast(problem.message, "problem");
  }
}

function tableOf(documents) {
  const heads = ["Document", "State", "Domain", "Pages", "Confidence", "Least sure", "Submitted"];
  return el(
    "table",
    { class: "documents" },
    el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col", class: head === "Pages" ? "number" : null }, head)))),
    el("tbody", {}, documents.map(rowOf)),
  );
}

function rowOf(entry) {
  return el(
    "tr",
    { data: { id: entry.id } },
    el("th", { scope: "row" }, el("a", { href: `#/documents/${entry.id}`, dir: "auto" }, entry.name)),
    el("td", {}, el("span", { class: `state ${entry.state}` }, STATES[entry.state]), entry.error ? el("span", { class: "muted reason" }, entry.error.message) : null),
    el("td", {}, entry.domain ? el("span", { title: entry.domain }, domainName(entry.domain)) : "–"),
    el("td", { class: "number" }, entry.pages || "–"),
    el("td", {}, entry.fields ? shares(entry.fields) : "–"),
    el("td", {}, entry.lowest_band ? el("span", { class: `band ${entry.lowest_band}` }, `${BANDS[entry.lowest_band].sign} ${percent(entry.lowest_score)}`) : "–"),
    el("td", { class: "moment" }, el("time", { datetime: entry.created_at, title: dateTime(entry.created_at) }, ago(entry.created_at))),
  );
}

/** How the fields are spread over the bands, as a small bar with words for those who do not see it. */
function shares(fields) {
  const all = Math.max(1, fields.hi + fields.med + fields.low);
  const text = Object.keys(BANDS).map((band) => `${fields[band]} ${BANDS[band].name}`).join(", ");
  const bar = el("span", { class: "shares", role: "img", "aria-label": text, title: text });
  for (const band of Object.keys(BANDS)) {
    const part = el("span", { class: `share ${band}` });
    part.style.width = `${(fields[band] / all) * 100}%`;
    bar.append(part);
  }
  return [bar, " ", el("span", { class: "muted moment" }, `${count(fields.hi + fields.med + fields.low, "field")}`)];
}

function nothing(query, next) {
  // A long list by confidence is looked through for an age in parts.
  if (next) return el("p", { class: "empty" }, "None so far matches these filters; the next page looks further.");
  const isFiltered = ["state", "domain", "band", "age", "after"].some((name) => query.get(name));
  return el("p", { class: "empty" }, isFiltered ? "No document matches these filters." : "No documents yet. ", isFiltered ? null : el("a", { href: "#/" }, "Upload the first."));
}

function pages(query, next) {
  const turned = (after) => {
    const to = new URLSearchParams(query);
    if (after) to.set("after", after);
    else to.delete("after");
    return () => (location.hash = `#/work?${to}`);
  };
  return el(
    "div",
    { class: "turn" },
    query.get("after") ? button("« First page", turned(null)) : null,
    query.get("after") ? button("‹ Back", () => history.back()) : null,
    next ? button("Next page ›", turned(next), { id: "next-page" }) : null,
  );
}
