// The result as the API gives it, to copy or download.

import { address, get } from "../api.js";
import { el, show, button, toast } from "../dom.js";

export function rawJson(shown) {
  const text = el("pre", { class: "json", tabindex: 0, "aria-label": "Result as JSON" }, "Loading…");
  const copy = button("Copy", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      toast("Copied.");
    } catch {
      getSelection().selectAllChildren(text);
      toast("The browser does not let pages copy here: the text is selected, press Ctrl+C.", "problem");
    }
  });
  get(`documents/${shown.id}/result`).then(
    (result) => show(text, JSON.stringify(result, null, 2)),
    (problem) => show(text, problem.message),
  );
  return el("div", { class: "raw" }, el("div", { class: "actions" }, copy, el("a", { class: "button", download: true, href: address(`documents/${shown.id}/result?download=true`) }, "Download")), text);
}
