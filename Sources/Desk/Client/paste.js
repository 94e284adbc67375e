// What is pasted becomes Markdown: by turndown where it is installed, else by a small walk of our own.
import { offers } from "./api.js";
import { gridOf } from "./clip.js";
import { notice, say } from "./dom.js";
import { block, table } from "./markdown.js";
import { insertFiles } from "./photo.js";
import { tidy } from "./word.js";
import { t } from "./words.js";

let turndown = null;
/// Loads turndown, if the program says that it is there.
export async function prepare(isThere) {
  if (!isThere) return;
  try {
    turndown = (await import("/_showcase/desk/vendor/turndown/turndown.es.js")).default;
  } catch {
    // The walk below does without.
  }
}

const oneLine = (text) => text.replace(/\s*\n+\s*/g, " ").trim();

function tableOf(node, inner) {
  const rows = gridOf(node, (cell) => oneLine(inner(cell))).filter((row) => row.some(Boolean));
  return rows.length ? table(rows) : "";
}

function byTurndown(body) {
  const service = new turndown({ headingStyle: "atx", bulletListMarker: "-", emDelimiter: "*", codeBlockStyle: "fenced", hr: "---" });
  service.addRule("table", { filter: "table", replacement: (_, node) => `\n\n${tableOf(node, (cell) => service.turndown(cell))}\n\n` });
  service.addRule("del", { filter: "del", replacement: (content) => (content.trim() ? `~~${content}~~` : "") });
  service.addRule("note", { filter: (node) => node.hasAttribute("data-note"), replacement: (_, node) => node.textContent });
  service.addRule("item", {
    filter: "li",
    replacement(content, node) {
      const list = node.parentNode;
      const items = [...list.children].filter((child) => child.nodeName === "LI");
      const mark = list.nodeName === "OL" ? `${Number(list.getAttribute("start") ?? 1) + items.indexOf(node)}. ` : "- ";
      const text = content.replace(/^\n+|\n+$/g, "").replace(/\n{2,}/g, "\n").replace(/\n/g, "\n" + " ".repeat(mark.length));
      return mark + text + (node.nextSibling ? "\n" : "");
    },
  });
  return service.turndown(body);
}

const signs = /([\\`*_[\]<])/g;
const escaped = (text) => text.replace(/\s+/g, " ").replace(signs, "\\$1");

/// Inline content, then blocks, of the elements that `tidy` leaves.
function byWalk(node) {
  const inline = (part) => [...part.childNodes].map((child) => {
    if (child.nodeType === 3) return escaped(child.data);
    if (child.nodeType !== 1) return "";
    if (child.hasAttribute("data-note")) return child.textContent;
    const inner = inline(child);
    const words = inner.trim();
    const around = (mark) => (words ? inner.replace(words, () => mark + words + mark) : inner);
    switch (child.nodeName) {
    case "STRONG": return around("**");
    case "EM": return around("*");
    case "DEL": return around("~~");
    case "CODE": return "`" + child.textContent + "`";
    case "BR": return "\n";
    case "A": return `[${words}](${child.getAttribute("href").replace(/[()\s]/g, encodeURIComponent)})`;
    default: return inner;
    }
  }).join("");
  const isBlock = (part) => part.nodeType === 1 && /^(P|DIV|H[1-6]|UL|OL|TABLE|BLOCKQUOTE|PRE|HR|SECTION|ARTICLE|MAIN|HEADER|FOOTER|FIGURE|DL|DT|DD|CENTER|NAV|ASIDE|LI)$/.test(part.nodeName);
  const parts = [];
  let run = node.ownerDocument.createElement("p");
  const endRun = () => {
    const text = inline(run).trim();
    if (text) parts.push(text);
    run = node.ownerDocument.createElement("p");
  };
  const items = (list) => [...list.children].filter((child) => child.nodeName === "LI").map((item, index) => {
    const mark = list.nodeName === "OL" ? `${Number(list.getAttribute("start") ?? 1) + index}. ` : "- ";
    return mark + byWalk(item).replace(/\n{2,}/g, "\n").replace(/\n/g, "\n" + " ".repeat(mark.length));
  }).join("\n");
  for (const child of [...node.childNodes]) {
    if (!isBlock(child)) {
      run.append(child.cloneNode(true));
      continue;
    }
    endRun();
    const name = child.nodeName;
    if (/^H[1-6]$/.test(name)) parts.push("#".repeat(Number(name[1])) + " " + oneLine(inline(child)));
    else if (name === "UL" || name === "OL") parts.push(items(child));
    else if (name === "TABLE") parts.push(tableOf(child, (cell) => byWalk(cell)));
    else if (name === "BLOCKQUOTE") parts.push(byWalk(child).replace(/^/gm, "> "));
    else if (name === "PRE") parts.push("```\n" + child.textContent.replace(/\n$/, "") + "\n```");
    else if (name === "HR") parts.push("---");
    else parts.push(byWalk(child));
  }
  endRun();
  return parts.filter((part) => part.trim()).join("\n\n");
}

/// Markdown of HTML: `{markdown, lost, pictures}`, or `null` when the HTML has nothing that plain text does not have.
export function toMarkdown(html) {
  const { body, lost, pictures, hasForm } = tidy(html);
  if (!hasForm) return null;
  const written = turndown ? byTurndown(body) : byWalk(body);
  let markdown = written.replace(/[ \u3000]+$/gm, "").replace(/^\u3000+/gm, "").replace(/^(\[\^\d+\]:|\s*- \[[ x]\]) +/gm, "$1 ").replace(/\n{3,}/g, "\n\n").trim();
  // The page's title is its only heading of the first rank.
  if (/^# /m.test(markdown)) markdown = markdown.replace(/^(#{1,5}) /gm, "#$1 ");
  return { markdown, lost, pictures };
}

/// Takes a paste; answers whether it did.
/// - over: where notices stand.
export function takePaste(event, text, tools, over) {
  const data = event.clipboardData;
  const html = data.getData("text/html");
  const files = [...data.files];
  const plain = data.getData("text/plain");
  const found = html ? toMarkdown(html) : null;
  const [start, end] = text.selection;
  if (!found?.markdown) {
    const pictures = [...files.filter((file) => file.type.startsWith("image/")), ...(found?.pictures ?? [])];
    // A picture alone; a text that also comes as a picture of itself is a text.
    if (!offers("upload") || plain.trim() || !(files.length || pictures.length)) return false;
    insertFiles(files.length ? files : pictures, text, end, tools);
    return true;
  }
  const isBlock = /\n/.test(found.markdown) || /^([#>|-]|\d+\.) /.test(found.markdown);
  const change = isBlock ? block(text.value, start, end, found.markdown)
    : { start, end, text: found.markdown, select: [start + found.markdown.length, start + found.markdown.length] };
  text.replace(change.start, change.end, change.text);
  text.select(change.select[0]);
  const words = [t("pasted"), ...found.lost.map((name) => t(name))];
  say(words.join(" "));
  over.replaceChildren(notice(words.join(" "), [
    [t("pasteAsText"), (box) => {
      const at = text.value.indexOf(change.text, Math.max(0, change.start - 5));
      if (at >= 0) text.replace(at, at + change.text.length, plain.replace(/\r\n?/g, "\n"));
      box.remove();
      text.focus();
    }],
    [t("close"), (box) => {
      box.remove();
      text.focus();
    }, "quiet"],
  ], "hint"));
  if (found.pictures.length && offers("upload")) insertFiles(found.pictures, text, change.select[0], tools);
  return true;
}
