// The frame: who is signed in, which view the address names, light or dark.

import { get, post, onSignedOut } from "./api.js";
import { el, show, button, signButton, toast } from "./dom.js";
import { signIn } from "./signin.js";
import { uploadView } from "./upload.js";
import { workListView } from "./worklist.js";
import { documentView } from "./viewer/document.js";

const main = document.getElementById("main");
const VIEWS = [
  { path: /^#?\/?$/, open: uploadView, title: "Upload" },
  { path: /^#\/work(\?.*)?$/, open: workListView, title: "Work list" },
  { path: /^#\/documents\/([0-9a-z]{1,64})$/, open: documentView, title: "Document" },
  { path: /^#\/dashboard$/, open: dashboard, title: "Dashboard" },
];
const LINKS = [["#/", "Upload"], ["#/work", "Work list"], ["#/dashboard", "Dashboard"]];

let leave = () => {};
let provider = false;

/** The charts are loaded by those who look at them. */
async function dashboard(...where) {
  return (await import("./dashboard/dashboard.js")).dashboardView(...where);
}

function open() {
  leave();
  leave = () => {};
  const view = VIEWS.find((known) => known.path.test(location.hash)) ?? VIEWS[0];
  document.title = `${view.title} – GroundedDocs`;
  document.body.className = "";
  show(main);
  for (const link of document.querySelectorAll("#nav a")) {
    const isCurrent = link.hash === location.hash.split("?")[0] || (link.hash === "#/" && view === VIEWS[0]);
    // A document belongs to the work list.
    const isAround = link.hash === "#/work" && view.open === documentView;
    if (isCurrent || isAround) link.setAttribute("aria-current", isCurrent ? "page" : "true");
    else link.removeAttribute("aria-current");
  }
  const ended = new AbortController();
  leave = () => ended.abort();
  Promise.resolve(view.open(main, location.hash.match(view.path), ended.signal)).catch((problem) => {
    if (!ended.signal.aborted) show(main, el("p", { class: "problem", role: "alert" }, problem.message));
  });
}

async function start() {
  const session = await get("session").catch((problem) => ({ problem }));
  if (session.problem) {
    show(main, el("p", { class: "problem", role: "alert" }, session.problem.message, " ", button("Try again", start)));
    return;
  }
  provider = session.provider;
  if (!session.signed_in) return ask();
  show(document.getElementById("nav"), LINKS.map(([hash, text]) => el("a", { href: hash }, text)));
  show(
    document.getElementById("account"),
    el("span", { class: "muted" }, session.name),
    themeButton(),
    session.needed ? button("Sign out", () => post("session", undefined, "DELETE").then(ask)) : null,
  );
  open();
}

function ask() {
  leave();
  leave = () => {};
  show(document.getElementById("nav"));
  show(document.getElementById("account"), themeButton());
  signIn(main, start, provider);
}

function themeButton() {
  return signButton("◐", "Light or dark", () => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const next = (document.documentElement.dataset.theme ?? (dark ? "dark" : "light")) === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    localStorage.setItem("theme", next);
  }, { class: "plain" });
}

const theme = localStorage.getItem("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
onSignedOut(() => (toast("The session has ended; sign in again. What was typed is kept.", "problem"), ask()));
addEventListener("hashchange", () => document.querySelector("#nav a") && open());
start();
