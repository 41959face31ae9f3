// Builds elements. Text always becomes text nodes, never markup, so that a document cannot put anything into the page.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element. Properties that start with "on" are listeners, those with a dash (and role, for, type, …) attributes. */
export function el(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/** An SVG element; all properties are attributes. */
export function svg(tag, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

function fill(node, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.setAttribute("class", value);
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name === "value" || name === "checked" || name === "disabled" || name === "selected") node[name] = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Puts new children in the place of all old ones. */
export function show(node, ...children) {
  node.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
}

/** A button with a text. */
export function button(text, onclick, properties = {}) {
  return el("button", { type: "button", onclick, ...properties }, text);
}

/** A button with a sign, and its meaning for those who do not see it. */
export function signButton(sign, label, onclick, properties = {}) {
  return el("button", { type: "button", onclick, "aria-label": label, title: label, ...properties }, el("span", { "aria-hidden": "true" }, sign));
}

/** A short message that goes away by itself; problems stay longer. */
export function toast(text, kind = "info") {
  const node = el("div", { class: `toast ${kind}` }, text, signButton("×", "Dismiss", () => node.remove(), { class: "plain" }));
  document.getElementById("toasts").append(node);
  setTimeout(() => node.remove(), kind === "problem" ? 12000 : 5000);
}
