// The requests of the desk; docs/desk-requests.md has what each takes and answers.
import { t } from "./words.js";

const root = "/_showcase/";
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";
const token = meta("showcase-token");

/// What a request came to when it did not come to what was asked: `status` 0 when nobody answered.
export class Failure extends Error {
  constructor(status, answer) {
    super(answer?.error?.message || t(status === 0 ? "offline" : "failed"));
    this.status = status;
    this.code = answer?.error?.code ?? (status === 0 ? "offline" : "internal");
    this.answer = answer ?? {};
  }
}

/// The address of a page of the desk.
export function page(name, query = {}) {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== ""));
  const text = search.toString();
  return root + name + (text ? "?" + text : "");
}

async function answered(address, options) {
  let response;
  try {
    response = await fetch(address, { credentials: "same-origin", cache: "no-store", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Failure(0);
  }
  let answer = null;
  try {
    answer = await response.json();
  } catch {
    // Not JSON: an answer of something between, or of a program that has no such request.
    if (response.ok) throw new Failure(500);
  }
  if (!response.ok) throw new Failure(response.status, answer);
  return answer;
}

/// Reads: changes nothing.
export function get(name, query = {}, options = {}) { return answered(page("api/" + name, query), options); }

/// Tries or writes.
export function post(name, body, options = {}) {
  return answered(page("api/" + name), {
    method: "POST",
    headers: { "Content-Type": "application/json; charset=utf-8", "X-Showcase-Token": token },
    body: JSON.stringify(body),
    ...options,
  });
}

/// Brings a file into a folder of the site.
export function upload(folder, name, file) {
  return answered(page("api/upload", { path: folder, name }), {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream", "X-Showcase-Token": token },
    body: file,
  });
}

/// Tells the server, from a page that is being left, that its tab needs nothing any more.
export function closeTab(tab) {
  if (token) fetch(page("api/close"), {
    method: "POST",
    keepalive: true,
    headers: { "Content-Type": "application/json; charset=utf-8", "X-Showcase-Token": token },
    body: JSON.stringify({ tab }),
  }).catch(() => {});
}

let offered = null;
/// - names: the requests that the server answers; absent where it answers all.
export function setOffers(names) { offered = names ? new Set(names) : null; }
/// Whether the server answers a request; what it does not answer, pages do not offer.
export function offers(name) { return offered === null || offered.has(name); }

/// Whether pages of this run may write.
export const canWrite = token !== "";

/// Calls when files of the site were changed, here or by another program, and when the checks have come to an end.
export function onChange(action) {
  const address = root + "events";
  const after = meta("showcase-event");
  const told = (name) => { if (name === "reload" || name === "findings") action(); };
  const alone = () => {
    const stream = new EventSource(address + "?after=" + encodeURIComponent(after));
    for (const name of ["reload", "findings"]) stream.addEventListener(name, () => told(name));
    addEventListener("pagehide", () => stream.close());
  };
  if (!window.SharedWorker) return alone();
  // One stream for all tabs: a browser has six connections for a server.
  const worker = new SharedWorker(root + "events.js");
  worker.addEventListener("error", alone, { once: true });
  worker.port.onmessage = ({ data }) => told(data.name);
  worker.port.postMessage({ address, after });
  addEventListener("pagehide", () => worker.port.postMessage({ isLeaving: true }));
}
