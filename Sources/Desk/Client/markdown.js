// What the tool bar does to Markdown. Pure: a text and a selection in, a replacement and a selection out.

/// The lines that a selection touches, from the first character of the first to the last of the last.
function lines(text, start, end) {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  // A selection that ends right behind a line break does not mean the next line.
  const last = end > start && text[end - 1] === "\n" ? end - 1 : end;
  const to = text.indexOf("\n", last);
  return [from, to < 0 ? text.length : to];
}

/// Replaces lines one by one.
function eachLine(text, start, end, change) {
  const [from, to] = lines(text, start, end);
  const next = text.slice(from, to).split("\n").map(change).join("\n");
  return { start: from, end: to, text: next, select: [from, from + next.length] };
}

const listed = /^(\s*)(?:[-*+]|\d+[.)])\s+/;

/// Makes headings of a rank (0: plain text) of the lines.
export function heading(text, start, end, rank) {
  return eachLine(text, start, end, (line) => {
    const plain = line.replace(/^\s*#{1,6}\s+/, "").replace(listed, "");
    return rank && plain.trim() ? "#".repeat(rank) + " " + plain : plain;
  });
}

/// Sets a mark around the selection, or takes it away.
export function around(text, start, end, mark, empty) {
  const chosen = text.slice(start, end);
  const size = mark.length;
  if (text.slice(start - size, start) === mark && text.slice(end, end + size) === mark && start >= size) {
    return { start: start - size, end: end + size, text: chosen, select: [start - size, end - size] };
  }
  if (chosen.startsWith(mark) && chosen.endsWith(mark) && chosen.length >= 2 * size) {
    const inner = chosen.slice(size, -size);
    return { start, end, text: inner, select: [start, start + inner.length] };
  }
  // Marks must touch letters, so blanks at the ends stay outside.
  const [before, after] = [/^\s*/.exec(chosen)[0].length, /\s*$/.exec(chosen)[0].length];
  const inner = chosen.trim() || empty;
  const next = chosen.slice(0, before) + mark + inner + mark + (chosen.trim() ? chosen.slice(chosen.length - after) : "");
  return { start, end, text: next, select: [start + before + size, start + before + size + inner.length] };
}

/// Makes list items of the lines, numbered or not, or plain lines again.
export function list(text, start, end, isNumbered) {
  const [from, to] = lines(text, start, end);
  const all = text.slice(from, to).split("\n");
  const mark = isNumbered ? /^\s*\d+[.)]\s+/ : /^\s*[-*+]\s+/;
  const isOn = all.every((line) => !line.trim() || mark.test(line));
  let number = 0;
  return eachLine(text, start, end, (line) => {
    if (!line.trim() && all.length > 1) return line;
    const plain = line.replace(listed, "$1");
    if (isOn) return plain;
    number += 1;
    return /^\s*/.exec(plain)[0] + (isNumbered ? `${number}. ` : "- ") + plain.trimStart();
  });
}

/// A block that stands alone between blank lines, set at a place; the caret comes behind it.
export function block(text, start, end, content) {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const open = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const close = after.trim() === "" && after.length < 2 ? "\n\n".slice(after.length) : after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  // What is typed next begins a paragraph of its own.
  const next = start + open.length + content.length + 2;
  return { start, end, text: open + content + close, select: [next, next] };
}

/// A footnote at a place: its mark there, its text at the end.
export function footnote(text, at, note) {
  let number = 1;
  while (text.includes(`[^${number}]`)) number++;
  const mark = `[^${number}]`;
  const end = text.replace(/\s+$/, "").length;
  const tail = text.slice(Math.max(at, end));
  const begin = Math.max(at, end);
  // Notes that stand together need no blank line between.
  const gap = /\n\[\^[^\]]+\]:[^\n]*$/.test(text.slice(0, end)) ? "\n" : "\n\n";
  return { start: at, end: text.length, text: mark + text.slice(at, begin) + gap + `${mark}: ${note}` + (tail || "\n"), select: [at + mark.length, at + mark.length] };
}

/// A text as it may stand inside of a link or a cell.
export function inline(text) { return text.replace(/\s*\n\s*/g, " ").replace(/([\\[\]])/g, "\\$1").trim(); }

/// A link's address as it may stand in round brackets.
export function target(address) {
  return /[\s()<>]/.test(address) ? `<${address.replace(/[<>\n]/g, (sign) => encodeURIComponent(sign))}>` : address;
}

/// The way from one file of the site to another.
export function relative(from, to) {
  const [here, there] = [from.split("/").slice(0, -1), to.split("/")];
  while (here.length && there.length > 1 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return "../".repeat(here.length) + there.join("/");
}

// MARK: Tables

const ruler = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/// The cells of a line of a table; `\|` is no border.
function cells(line) {
  const inner = line.trim().replace(/^\|/, "").replace(/(^|[^\\])\|$/, "$1");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}

/// The table around a place: `{start, end, rows, sides}`; `null` where there is none.
export function tableAt(text, at) {
  const all = text.split("\n");
  let [index, offset] = [0, 0];
  while (index < all.length - 1 && offset + all[index].length < at) offset += all[index++].length + 1;
  const isRow = (line) => line !== undefined && line.includes("|") && line.trim() !== "";
  if (!isRow(all[index])) return null;
  let [first, last] = [index, index];
  while (isRow(all[first - 1])) first--;
  while (isRow(all[last + 1])) last++;
  if (!ruler.test(all[first + 1] ?? "") || last < first + 1) return null;
  const start = all.slice(0, first).reduce((sum, line) => sum + line.length + 1, 0);
  const part = all.slice(first, last + 1);
  const sides = cells(part[1]).map((cell) => (cell.endsWith(":") ? (cell.startsWith(":") ? "center" : "right") : ""));
  const rows = [part[0], ...part.slice(2)].map(cells);
  return { start, end: start + part.join("\n").length, rows: rows.map((row) => sides.map((_, column) => row[column] ?? "")), sides };
}

/// A table as Markdown; the first row is its head.
export function table(rows, sides = []) {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const line = (row) => "| " + Array.from({ length: width }, (_, column) =>
    (row[column] ?? "").replace(/\s*\n\s*/g, " ").replace(/(?<!\\)\|/g, "\\|").trim()).join(" | ") + " |";
  const rule = Array.from({ length: width }, (_, column) => ({ right: "---:", center: ":---:" })[sides[column]] ?? "---");
  return [line(rows[0] ?? []), "| " + rule.join(" | ") + " |", ...rows.slice(1).map(line)].join("\n");
}
