// Signing in, at the identity provider or with a key: the browser gets a cookie that scripts cannot read, and the key is forgotten.

import { address, post } from "./api.js";
import { el, show } from "./dom.js";

/** Where the app sends people back to whom it could not let in. */
const RETURNS = {
  "#/sign-in/no-role": "You are known to your organisation, but have no role in this app. Ask whoever runs it for the role “read”.",
  "#/sign-in/failed": "Signing in at your organisation did not work, or took too long. Try again.",
};

export function signIn(main, onSignedIn, hasProvider) {
  const key = el("input", { id: "key", type: "password", autocomplete: "off", required: true, "aria-describedby": "key-problem" });
  const problem = el("p", { id: "key-problem", class: "problem", role: "alert" });
  const send = el("button", { class: hasProvider ? "" : "primary", id: "sign-in" }, "Sign in");
  const form = el(
    "form",
    { onsubmit, class: "sign-in" },
    el("label", { for: "key" }, "Key"),
    key,
    problem,
    send,
    el("p", { class: "muted" }, "Whoever runs this app makes keys with “keys create”."),
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
  show(main, el("section", { class: "card narrow" }, el("h1", {}, "Sign in"), hasProvider ? organisation() : null, form));
  if (!hasProvider) key.focus();
}

/** The way to the provider, and back to where the page stands now. */
function organisation() {
  const returned = RETURNS[location.hash];
  const place = returned ? "#/" : location.hash;
  return [
    returned ? el("p", { class: "problem", id: "provider-problem", role: "alert" }, returned) : null,
    el("a", { class: "button primary", id: "provider", href: address(`session/provider?${new URLSearchParams({ place })}`) }, "Sign in with your organisation"),
    el("p", { class: "or" }, "or"),
  ];
}
