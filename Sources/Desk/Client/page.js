// The true page beside the text. Two frames take turns, so that nothing flickers: the new version is shown when it is there.
import { el } from "./dom.js";
import { page as address } from "./api.js";
import { t } from "./words.js";

/// Headings of a Markdown text with their places; code is no heading.
export function headings(text) {
  const found = [];
  let [offset, fence] = [0, ""];
  for (const line of text.split("\n")) {
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1];
    if (mark && !fence) fence = mark;
    else if (mark && mark.startsWith(fence)) fence = "";
    else if (!fence) {
      const heading = /^#{1,6}\s+(.*?)\s*(?:\{#[^}]*\})?\s*#*$/.exec(line);
      if (heading) found.push({ text: heading[1].replace(/[*_`~]|\[([^\]]*)\]\([^)]*\)/g, "$1"), at: offset });
    }
    offset += line.length + 1;
  }
  return found;
}

/// Where the text is scrolled to, told by its headings: the page has the same ones, at other heights.
export function placeOf(text) {
  const { top, height, shown } = text.view;
  if (top <= 2) return { edge: "top" };
  if (top + shown >= height - 2) return { edge: "bottom" };
  const all = headings(text.value);
  const heights = all.map((heading) => text.heightOf(heading.at));
  let index = -1;
  while (index + 1 < all.length && heights[index + 1] <= top) index++;
  const [from, to] = [index < 0 ? 0 : heights[index], heights[index + 1] ?? height];
  const named = (heading, at) => (heading ? { text: heading.text, turn: all.slice(0, at).filter((other) => other.text === heading.text).length } : null);
  return { from: named(all[index], index), to: named(all[index + 1], index + 1), part: (top - from) / Math.max(to - from, 1) };
}

/// - tab: the name under which the server keeps what is typed. - pick: told the text of a part of the page that was clicked.
export function makePage(tab, pick) {
  // The page needs its origin for its style and pictures; of scripts the server lets only beside.js run in it.
  const frame = () => el("iframe", { title: t("pageTitle"), sandbox: "allow-scripts allow-same-origin", tabindex: "0" });
  const [one, two] = [frame(), frame()];
  const hint = el("p", { class: "help" }, t("pageWaits"));
  const element = el("div", { class: "page" }, hint, one, two);
  let [shown, next] = [one, two];
  let place = { edge: "top" };
  let [isLoading, wanted, timer] = [false, null, 0];
  let isHidden = false;

  const tell = (target) => target.contentWindow?.postMessage({ showcase: "scroll", place }, "*");
  function swap() {
    if (!isLoading) return;
    isLoading = false;
    clearTimeout(timer);
    tell(next);
    next.classList.add("shown");
    next.removeAttribute("aria-hidden");
    next.tabIndex = 0;
    shown.classList.remove("shown");
    shown.setAttribute("aria-hidden", "true");
    shown.tabIndex = -1;
    hint.hidden = true;
    [shown, next] = [next, shown];
    if (wanted) load();
  }
  function load() {
    if (isHidden) return;
    isLoading = true;
    // Replaced, not visited: the way back leads to the page before the desk, not through every version.
    next.contentWindow.location.replace(wanted);
    wanted = null;
    // A page that does not answer is shown as it is.
    timer = setTimeout(swap, 3000);
  }
  addEventListener("message", ({ source, data }) => {
    if (data?.showcase === "ready" && source === next.contentWindow) swap();
    if (data?.showcase === "pick" && source === shown.contentWindow) pick(String(data.text));
  });
  return {
    element,
    /// Shows the page at an address of the site as the server now has it for this tab.
    show(url, number) {
      wanted = address("beside/" + url.replace(/^\//, ""), { tab, n: number });
      if (!isLoading) load();
    },
    follow(next) {
      place = next;
      tell(shown);
    },
    /// A page that nobody sees is not made.
    set isHidden(value) {
      isHidden = value;
      if (!value && wanted && !isLoading) load();
    },
  };
}
