// The tool bar over the text: what a person knows from WPS, written as Markdown.
import { offers } from "./api.js";
import { ask, button, el, labelled, rove } from "./dom.js";
import { editTable } from "./grid.js";
import { askLink } from "./links.js";
import { around, block, footnote, heading, list, tableAt, table } from "./markdown.js";
import { choosePhotos } from "./photo.js";
import { t } from "./words.js";

/// Carries out a replacement of markdown.js.
export function apply(text, change) {
  text.replace(change.start, change.end, change.text);
  text.focus();
  text.select(...change.select);
}

/// - tools: `{path, folder, changed}`
export function makeToolbar(text, tools) {
  const on = (action) => () => apply(text, action(text.value, ...text.selection));
  const headings = el("select", { "aria-label": t("headingRank") },
    [["0", "plainText"], ["2", "heading2"], ["3", "heading3"], ["4", "heading4"]].map(([value, name]) => el("option", { value }, t(name))));
  headings.addEventListener("change", () => on((value, start, end) => heading(value, start, end, Number(headings.value)))());
  const bold = on((value, start, end) => around(value, start, end, "**", t("boldText")));
  const link = async () => {
    const [start, end] = text.selection;
    const markdown = await askLink(tools.path, text.value.slice(start, end));
    if (markdown) apply(text, { start, end, text: markdown, select: [start + markdown.length, start + markdown.length] });
  };
  const grid = async () => {
    const [start, end] = text.selection;
    const found = tableAt(text.value, start);
    const answer = await editTable(found ?? { rows: [["", "", ""], ["", "", ""], ["", "", ""]], sides: ["", "", ""] }, found !== null);
    if (!answer) return;
    const markdown = answer.isRemoved ? "" : table(answer.rows, answer.sides);
    apply(text, found
      ? { start: found.start, end: found.end, text: markdown, select: [found.start, found.start] }
      : block(text.value, end, end, markdown));
  };
  const note = async () => {
    const [, end] = text.selection;
    const area = el("textarea", { rows: 3, autofocus: true });
    const words = await ask(t("footnote"), labelled(t("footnoteText"), area), [[t("insert"), () => area.value.trim().replace(/\s*\n\s*/g, " ") || undefined, "main"]]);
    if (words) apply(text, footnote(text.value, end, words));
  };
  const photos = () => choosePhotos(text, tools);
  const buttons = [
    [t("bold"), bold, "Ctrl+B"], [t("bullets"), on((value, start, end) => list(value, start, end, false))],
    [t("numbers"), on((value, start, end) => list(value, start, end, true))], [t("table"), grid], [t("link"), link, "Ctrl+K"],
    [t("footnote"), note], ...(offers("upload") ? [[t("photo"), photos]] : []), [t("undo"), () => text.undo(), "Ctrl+Z"], [t("redo"), () => text.redo(), "Ctrl+Y"],
  ];
  const bar = el("div", { role: "toolbar", "aria-label": t("toolbar"), class: "toolbar" }, headings,
    buttons.map(([name, action, key]) => button(name, action, "quiet", { title: key ? `${name} (${key})` : null })));
  rove(bar, "select, button");
  text.element.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const action = { b: bold, k: link }[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  });
  return {
    element: bar,
    /// The rank of the line at a place.
    caret(offset) {
      const line = text.value.slice(text.value.lastIndexOf("\n", offset - 1) + 1).split("\n", 1)[0];
      const rank = /^(#{1,6})\s/.exec(line)?.[1].length ?? 0;
      headings.value = String([0, 2, 3, 4].includes(rank) ? rank : rank > 4 ? 4 : 2);
    },
  };
}
