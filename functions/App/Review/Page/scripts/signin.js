// Signing in with a key: the browser gets a cookie that scripts cannot read, and the key is forgotten.

import { post } from "./api.js";
import { el, show } from "./dom.js";

export function signIn(main, onSignedIn) {
  const key = el("input", { id: "key", type: "password", autocomplete: "off", required: true, "aria-describedby": "key-problem" });
  const problem = el("p", { id: "key-problem", class: "problem", role: "alert" });
  const send = el("button", { class: "primary" }, "Sign in");
  const form = el(
    "form",
    { class: "card narrow", onsubmit },
    el("h1", {}, "Sign in"),
    el("p", { class: "muted" }, "Paste a key of this app. Whoever runs it makes one with “keys create”."),
    el("label", { for: "key" }, "Key"),
    key,
    problem,
    send,
  );
  async function onsubmit(event) {
    event.preventDefault();
    send.disabled = true;
    try {
      await post("session", { key: key.value.trim() });
      key.value = "";
      onSignedIn();
    } catch (refusal) {
      problem.textContent = refusal.status === 401 ? "This key is not valid." : refusal.message;
      send.disabled = false;
      key.focus();
    }
  }
  show(main, form);
  key.focus();
}
