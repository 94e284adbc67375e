// The text of a page: CodeMirror 5 where it is installed, a plain field where it is not. Places count UTF-16 units, as the server's do.
import { el } from "./dom.js";

const vendor = "/_showcase/desk/vendor/codemirror/";

function script(address) {
  return new Promise((resolve, reject) => {
    document.head.append(el("script", { src: address, onload: resolve, onerror: () => reject(new Error(address)) }));
  });
}
let loading = null;
async function load() {
  document.head.append(el("link", { rel: "stylesheet", href: vendor + "lib/codemirror.css" }));
  await script(vendor + "lib/codemirror.js");
  for (const name of ["mode/xml/xml.js", "mode/markdown/markdown.js", "addon/edit/continuelist.js"]) await script(vendor + name);
}

/// - told: `change()` after every change that is not part of a composition, `settle()` when a composition ends, `scroll()`, `caret(offset)`,
///   `paste(event)` and `drop(event, offset)`, which answer whether they took it.
export async function makeText({ label, value, isReadOnly, hasCodeMirror, told }) {
  if (hasCodeMirror) {
    try {
      await (loading ??= load());
      return codeMirror(label, value, isReadOnly, told);
    } catch {
      // Its files are not there or do not run: the plain field does the same work.
    }
  }
  return plain(label, value, isReadOnly, told);
}

/// What must be replaced so that one text becomes the other.
export function splice(from, to) {
  const least = Math.min(from.length, to.length);
  let start = 0;
  while (start < least && from[start] === to[start]) start++;
  let tail = 0;
  while (tail < least - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  // Halves of a pair are no characters.
  const isLow = (unit) => unit >= 0xdc00 && unit <= 0xdfff;
  if (start > 0 && (isLow(from.charCodeAt(start)) || isLow(to.charCodeAt(start)))) start--;
  if (tail > 0 && isLow(from.charCodeAt(from.length - tail))) tail--;
  return { start, end: from.length - tail, text: to.slice(start, to.length - tail) };
}

function composition(element, told) {
  const state = { isComposing: false };
  element.addEventListener("compositionstart", () => { state.isComposing = true; });
  element.addEventListener("compositionend", () => {
    // The editor reads the composed text right after this event.
    setTimeout(() => {
      state.isComposing = false;
      told.settle();
    }, 0);
  });
  return state;
}

function codeMirror(label, value, isReadOnly, told) {
  const host = el("div", { class: "editor" });
  const editor = window.CodeMirror(host, {
    value, readOnly: isReadOnly, mode: { name: "markdown", highlightFormatting: false }, lineWrapping: true, inputStyle: "textarea",
    screenReaderLabel: label, dragDrop: true, undoDepth: 1000, lineNumbers: false,
    // Tab leads on, as in every form; the list goes on by itself.
    extraKeys: { Tab: false, "Shift-Tab": false, Enter: "newlineAndIndentContinueMarkdownList" },
  });
  editor.getInputField().setAttribute("aria-multiline", "true");
  // What scrolls can be reached and scrolled with keys alone.
  const scroller = editor.getScrollerElement();
  scroller.tabIndex = 0;
  scroller.setAttribute("role", "group");
  scroller.setAttribute("aria-label", label);
  const state = composition(host, told);
  const place = (offset) => editor.posFromIndex(offset);
  let marks = [];
  editor.on("change", () => { if (!state.isComposing) told.change(); });
  editor.on("scroll", () => told.scroll());
  editor.on("cursorActivity", () => told.caret(editor.indexFromPos(editor.getCursor())));
  editor.on("paste", (_, event) => { if (told.paste(event)) event.preventDefault(); });
  editor.on("drop", (_, event) => {
    const at = editor.indexFromPos(editor.coordsChar({ left: event.clientX, top: event.clientY }));
    if (told.drop(event, at)) event.preventDefault();
  });
  return {
    element: host,
    get value() { return editor.getValue("\n"); },
    get isComposing() { return state.isComposing; },
    get selection() { return ["from", "to"].map((side) => editor.indexFromPos(editor.getCursor(side))); },
    select(start, end = start) {
      editor.setSelection(place(start), place(end));
      editor.scrollIntoView({ from: place(start), to: place(end) }, 60);
    },
    replace(start, end, text) { editor.replaceRange(text, place(start), place(end), "desk"); },
    /// Takes a whole text, changing only what differs, so that the caret, the scroll and the steps of undoing stay.
    take(text) {
      const part = splice(editor.getValue("\n"), text);
      if (part.start !== part.end || part.text) editor.replaceRange(part.text, place(part.start), place(part.end));
    },
    /// Underlines places: `{start, end, severity, message}`.
    mark(places) {
      editor.operation(() => {
        marks.forEach((mark) => mark.clear());
        marks = places.map(({ start, end, severity, message }) => editor.markText(place(start), place(Math.max(end, start + 1)),
          { className: `found ${severity}`, attributes: { title: message } }));
      });
    },
    focus: () => editor.focus(),
    refresh: () => editor.refresh(),
    undo: () => editor.undo(),
    redo: () => editor.redo(),
    /// How far down a place is, and what is seen, in pixels of the text.
    heightOf: (offset) => editor.heightAtLine(place(offset).line, "local"),
    get view() {
      const { top, height, clientHeight } = editor.getScrollInfo();
      return { top, height, shown: clientHeight };
    },
  };
}

function plain(label, value, isReadOnly, told) {
  const area = el("textarea", { class: "plain", "aria-label": label, spellcheck: "false", value, readonly: isReadOnly });
  const state = composition(area, told);
  area.addEventListener("input", () => { if (!state.isComposing) told.change(); });
  area.addEventListener("scroll", () => told.scroll());
  for (const name of ["keyup", "click"]) area.addEventListener(name, () => told.caret(area.selectionStart));
  area.addEventListener("paste", (event) => { if (told.paste(event)) event.preventDefault(); });
  area.addEventListener("dragover", (event) => event.preventDefault());
  area.addEventListener("drop", (event) => { if (told.drop(event, area.selectionStart)) event.preventDefault(); });
  const replace = (start, end, text) => {
    const [from, to] = [area.selectionStart, area.selectionEnd];
    const shift = (at) => (at <= start ? at : at >= end ? at + text.length - (end - start) : start + text.length);
    area.setSelectionRange(start, end);
    area.focus();
    // The old command is the only one that keeps the browser's steps of undoing.
    if (!document.execCommand("insertText", false, text)) area.setRangeText(text, start, end);
    area.setSelectionRange(shift(from), shift(to));
    told.change();
  };
  return {
    element: el("div", { class: "editor" }, area),
    get value() { return area.value; },
    get isComposing() { return state.isComposing; },
    get selection() { return [area.selectionStart, area.selectionEnd]; },
    select(start, end = start) {
      area.focus();
      area.setSelectionRange(start, end);
      area.scrollTop = area.scrollHeight * (start / Math.max(area.value.length, 1)) - area.clientHeight / 2;
    },
    replace,
    take(text) {
      const part = splice(area.value, text);
      if (part.start !== part.end || part.text) {
        area.setRangeText(part.text, part.start, part.end, "preserve");
        told.change();
      }
    },
    mark() {},
    focus: () => area.focus(),
    refresh() {},
    undo: () => document.execCommand("undo"),
    redo: () => document.execCommand("redo"),
    heightOf: (offset) => area.scrollHeight * (offset / Math.max(area.value.length, 1)),
    get view() { return { top: area.scrollTop, height: area.scrollHeight, shown: area.clientHeight }; },
  };
}
