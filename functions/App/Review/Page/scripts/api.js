// Talks to the app. Every refusal becomes a Problem whose message can be shown as it is.

const ROOT = "review/api/";

/** Why a request was not answered as hoped. Status 0: the server could not be reached. */
export class Problem extends Error {
  constructor(status, message, body = null) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

let signedOut = () => {};

/** What to do when the session has ended. */
export function onSignedOut(act) {
  signedOut = act;
}

export async function get(path, options = {}) {
  return answer(await send(path, options));
}

export async function post(path, body, method = "POST") {
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  return answer(await send(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }));
}

/** The address of something that the browser loads by itself. */
export function address(path) {
  return ROOT + path;
}

/** Asks again and again until the answer says it is over; an unchanged answer costs a 304. Ends with the signal. */
export async function poll(path, onAnswer, signal) {
  let tag = null;
  for (let pause = 700; !signal.aborted; ) {
    const began = performance.now();
    try {
      const response = await send(path, { signal, headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store" });
      if (response.status !== 304) {
        tag = response.headers.get("ETag");
        if (onAnswer(await answer(response), null)) return;
      }
      // A long document takes longer to look at: then ask less often.
      pause = Math.max(700, 4 * (performance.now() - began));
    } catch (problem) {
      if (signal.aborted) return;
      if (!(problem instanceof Problem) || (problem.status >= 400 && problem.status < 500)) throw problem;
      onAnswer(null, problem);
      pause = Math.min(10000, pause * 2);
    }
    await pauseFor(pause, signal);
  }
}

/** Sends one file as a form, with its progress; answers what the server made of it. */
export function upload(fields, file, onProgress) {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
    form.append("file", file, file.name);
    const request = new XMLHttpRequest();
    request.open("POST", ROOT + "documents");
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new Problem(0, "The upload broke off: the server could not be reached. Nothing was stored; try again."));
    request.onload = () => {
      const body = parse(request.responseText);
      if (request.status >= 200 && request.status < 300 && body) resolve(body);
      else {
        if (request.status === 401) signedOut();
        reject(problemOf(request.status, body));
      }
    };
    request.send(form);
  });
}

async function send(path, options) {
  try {
    return await fetch(ROOT + path, { credentials: "same-origin", ...options });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Problem(0, "The server could not be reached.");
  }
}

async function answer(response) {
  const body = response.status === 204 ? null : parse(await response.text());
  if (response.ok) return body;
  // Being refused while signing in ends no session.
  if (response.status === 401 && !response.url.endsWith("/session")) signedOut();
  throw problemOf(response.status, body);
}

/** What proxies before the app answer, who know nothing of it. */
const FROM_PROXIES = {
  413: "This is larger than what the server in front of the app lets through. Split the document or lower its resolution.",
  502: "The app does not answer just now; try again.",
  503: "The app does not answer just now; try again.",
  504: "The app took too long to answer; try again.",
};

function problemOf(status, body) {
  return new Problem(status, body?.error?.message ?? body?.detail ?? FROM_PROXIES[status] ?? `The server answered ${status}.`, body);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function pauseFor(milliseconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
