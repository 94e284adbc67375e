// Makes plain HTML of what Word, WPS and web pages put on the clipboard. Everything happens in a document of its own that is never shown.
import { parseQuietly } from "./clip.js";

const bullets = /^[·•●○◦■□◆◇▪▫➢➤►✓✔§Øoln\u2013\u2014\uf0b7\uf0a7\uf06c\uf06e\uf075\uf0d8\uf0fc*-]$/u;
const leadingBullet = /^\s*[·•●○◦■◆▪➢➤►\uf0b7\uf0a7\uf06c\uf06e\uf075\uf0d8\uf0fc](?=[\s\u00a0])[\s\u00a0]+/u;
const wide = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f\u{20000}-\u{3ffff}]/u;

/// The part of a document that was selected, as its clipboard marks say; the whole where it has none.
function selected(parsed) {
  const walk = parsed.createTreeWalker(parsed, NodeFilter.SHOW_COMMENT);
  let [start, end] = [null, null];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node.data.trim() === "StartFragment") start = node;
    if (node.data.trim() === "EndFragment") end = node;
  }
  const body = parsed.createElement("div");
  if (!start || !end || !parsed.body.contains(start) || !parsed.body.contains(end)) {
    body.append(...parsed.body.childNodes);
    return body;
  }
  const range = parsed.createRange();
  range.setStartAfter(start);
  range.setEndBefore(end);
  let part = range.cloneContents();
  // Rows need their table around them, items their list.
  for (let above = range.commonAncestorContainer; above !== parsed.body && above.parentNode; above = above.parentNode) {
    if (!/^(TABLE|TBODY|THEAD|TR|UL|OL|LI|TD|TH)$/.test(above.nodeName)) continue;
    const shell = above.cloneNode(false);
    shell.append(part);
    part = parsed.createDocumentFragment();
    part.append(shell);
  }
  body.append(part);
  return body;
}

/// The styles of an element, which stand in `data-look` since styles themselves are never applied here.
const look = (item) => item.getAttribute("data-look") ?? "";
const styled = (name, value) => new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*(?:${value})`, "i");
const bold = styled("font-weight", "bold|bolder|[6-9]00");
const notBold = styled("font-weight", "normal|[1-5]00");
const italic = styled("font-style", "italic");
const struck = styled("text-decoration(?:-line)?", "[^;]*line-through");
const underlined = styled("text-decoration(?:-line)?", "[^;]*underline");
const hidden = /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i;

function unwrap(item) { item.replaceWith(...item.childNodes); }
function rename(item, name) {
  const next = item.ownerDocument.createElement(name);
  next.append(...item.childNodes);
  item.replaceWith(next);
  return next;
}
function wrapInside(item, name) {
  const inner = item.ownerDocument.createElement(name);
  inner.append(...item.childNodes);
  item.append(inner);
}

/// `{body, lost, pictures, hasForm}`: elements that Markdown knows, what had no place in it (names of words.js), pictures that came along.
export function tidy(html) {
  const parsed = parseQuietly(html);
  const body = selected(parsed);
  const lost = new Set();
  const pictures = [];
  const all = (selector) => [...body.querySelectorAll(selector)];

  all("input[type=checkbox]").forEach((box) => {
    const mark = parsed.createElement("span");
    mark.setAttribute("data-note", "task");
    mark.textContent = box.hasAttribute("checked") ? "[x] " : "[ ] ";
    box.replaceWith(mark);
  });
  all("style, script, meta, link, title, noscript, template, iframe, object, embed, svg, input, select, textarea, col, colgroup").forEach((item) => item.remove());
  for (const item of all("*")) {
    if (hidden.test(look(item))) item.remove();
    else if (/^(m:|v:|w:)/i.test(item.localName) || item.localName === "math") {
      lost.add(/^m|math/i.test(item.localName) ? "lostFormula" : "lostShape");
      item.remove();
    } else if (item.localName === "o:p" || item.localName === "font" || item.localName === "st1:chsdate") unwrap(item);
  }
  comments(body);
  notes(body);
  pictureFiles(body, lost, pictures);
  layout(body);
  if (all("u").length || all("*").some((item) => underlined.test(look(item)) && !item.closest("a"))) lost.add("lostUnderline");
  lists(body);
  looks(body);
  links(body);
  all("pre").forEach((item) => { if (!item.querySelector("code")) wrapInside(item, "code"); });
  blanks(body);
  const hasForm = body.querySelector("table, ul, ol, h1, h2, h3, h4, h5, h6, strong, em, del, a[href], blockquote, p + p, [data-note]") !== null || lost.size > 0 || pictures.length > 0;
  return { body, lost: [...lost], pictures, hasForm };
}

/// Remarks of a reviewer belong to no page.
function comments(body) {
  body.querySelectorAll("[data-look*='mso-element:comment']").forEach((item) => item.remove());
  body.querySelectorAll(".MsoCommentReference").forEach((item) => item.remove());
}

/// Footnotes of Word: their marks and, where they were selected as well, their texts.
function notes(body) {
  const number = (address) => /#_(?:ftn|edn)(\d+)$/.exec(address ?? "")?.[1];
  for (const link of body.querySelectorAll("a[href*='#_ftn'], a[href*='#_edn']")) {
    const found = number(link.getAttribute("href"));
    if (!found) continue;
    const mark = body.ownerDocument.createElement("span");
    mark.setAttribute("data-note", found);
    mark.textContent = `[^${found}]`;
    link.replaceWith(mark);
  }
  for (const link of body.querySelectorAll("a[href*='#_ftnref'], a[href*='#_ednref']")) {
    const found = /ref(\d+)$/.exec(link.getAttribute("href"))?.[1];
    const mark = body.ownerDocument.createElement("span");
    mark.setAttribute("data-note", `${found}:`);
    mark.textContent = `[^${found}]: `;
    link.replaceWith(mark);
  }
}

/// Pictures within the clipboard's text come along; those that are only named as files of the other computer are told as missing.
function pictureFiles(body, lost, pictures) {
  for (const image of body.querySelectorAll("img")) {
    const found = /^data:(image\/(?:png|jpeg|gif|webp));base64,([\s\S]+)$/.exec(image.getAttribute("src") ?? "");
    if (found) {
      const bytes = Uint8Array.from(atob(found[2].replace(/\s/g, "")), (unit) => unit.charCodeAt(0));
      pictures.push(new File([bytes], `image.${found[1].split("/")[1]}`, { type: found[1] }));
    } else if (Number(image.getAttribute("width") ?? 9) > 2) lost.add("lostPicture");
    image.remove();
  }
}

/// Tables that only arrange a page are no tables of data.
function layout(body) {
  for (const table of [...body.querySelectorAll("table")].reverse()) {
    const rows = [...table.rows];
    const cells = rows.flatMap((row) => [...row.cells]);
    const isLayout = table.querySelector("table") || cells.length <= 1 || table.getAttribute("role") === "presentation";
    if (!isLayout) continue;
    const parts = cells.map((cell) => {
      const part = table.ownerDocument.createElement("div");
      part.append(...cell.childNodes);
      return part;
    });
    table.replaceWith(...parts);
  }
}

// MARK: Lists

/// The sign that Word writes before an item, which is taken out of it.
function sign(item) {
  const found = item.querySelector("[data-look*='mso-list:Ignore'], [data-look*='mso-list: Ignore']");
  if (!found) return null;
  const text = found.textContent.replace(/[\s\u00a0]+/g, "");
  found.remove();
  return text;
}

/// How an item is numbered: a number of Markdown's, a dot, or words that only stay as words (`一、`, `a)`).
function numbering(text) {
  if (text === null || text === "" || bullets.test(text)) return { isList: true, isNumbered: false, words: "" };
  const number = /^[（(]?(\d{1,9})[.．、)）]?$/.exec(text);
  if (number) return { isList: true, isNumbered: true, number: Number(number[1]), words: "" };
  return { isList: false, words: text };
}

function lists(body) {
  const document = body.ownerDocument;
  let open = [];
  let last = null;
  for (const item of [...body.querySelectorAll("p, h1, h2, h3, h4, h5, h6, div, li")]) {
    if (item.querySelector("p, div, table, li")) continue;
    const level = /mso-list\s*:\s*l\d+\s+level(\d+)/i.exec(look(item));
    const isHeading = /^H[1-6]$/.test(item.nodeName) || item.closest("li, td, th") !== null && !level;
    let kind = null;
    if (level) kind = numbering(sign(item));
    else if (item.nodeName !== "LI" && !isHeading && leadingBullet.test(item.textContent)) {
      cutStart(item, leadingBullet.exec(item.textContent)[0].length);
      kind = { isList: true, isNumbered: false };
    }
    if (!kind) continue;
    if (!kind.isList || isHeading) {
      if (kind.words) item.prepend(kind.words + (/[、.．)）]$/.test(kind.words) ? "" : " "));
      continue;
    }
    const depth = level ? Number(level[1]) : 1;
    // Items that do not follow each other begin a list of their own.
    if (!last || nextElement(last) !== item) open = [];
    open = open.slice(0, depth);
    const name = kind.isNumbered ? "ol" : "ul";
    let target = open[depth - 1];
    if (!target || target.localName !== name) {
      target = document.createElement(name);
      if (kind.isNumbered && kind.number > 1) target.setAttribute("start", kind.number);
      const above = open.slice(0, depth - 1).filter(Boolean).at(-1);
      if (above?.lastElementChild) above.lastElementChild.append(target);
      else item.before(target);
      open[depth - 1] = target;
    }
    const made = document.createElement("li");
    made.append(...item.childNodes);
    target.append(made);
    item.remove();
    last = open.find(Boolean);
  }
}

function nextElement(item) {
  let next = item.nextSibling;
  while (next && (next.nodeType === 8 || next.nodeType === 3 && !next.data.trim())) next = next.nextSibling;
  return next;
}

/// Takes characters off the beginning of an element, through whatever is inside of it.
function cutStart(item, count) {
  const walk = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node && count > 0; node = walk.nextNode()) {
    const size = Math.min(count, node.length);
    node.deleteData(0, size);
    count -= size;
  }
}

// MARK: Letters

function looks(body) {
  body.querySelectorAll(".MsoTitle").forEach((item) => rename(item, "h1"));
  for (const item of body.querySelectorAll("b, strong")) {
    // A whole text in a bold element that says it is not bold: an office on the web.
    if (notBold.test(look(item))) unwrap(item);
    else if (item.localName === "b") rename(item, "strong");
  }
  body.querySelectorAll("i").forEach((item) => rename(item, "em"));
  body.querySelectorAll("s, strike").forEach((item) => rename(item, "del"));
  body.querySelectorAll("u, ins").forEach(unwrap);
  for (const item of [...body.querySelectorAll("[data-look]")]) {
    const isHeading = item.closest("h1, h2, h3, h4, h5, h6, th") !== null;
    if (!item.textContent.trim() || /^(TABLE|TBODY|TR|UL|OL)$/.test(item.nodeName)) continue;
    if (bold.test(look(item)) && !isHeading && !item.closest("strong")) wrapInside(item, "strong");
    if (italic.test(look(item)) && !item.closest("em")) wrapInside(item, "em");
    if (struck.test(look(item)) && !item.closest("del")) wrapInside(item, "del");
  }
  // Headings are bold by themselves.
  body.querySelectorAll(":is(h1, h2, h3, h4, h5, h6) strong").forEach(unwrap);
  // Word cuts one bold word into several.
  for (const name of ["strong", "em", "del"]) {
    for (const item of [...body.querySelectorAll(name)]) {
      if (!item.textContent.trim()) unwrap(item);
      else if (item.querySelector(name)) item.querySelectorAll(name).forEach(unwrap);
    }
    body.querySelectorAll("span").forEach((item) => { if (!item.hasAttribute("data-note")) unwrap(item); });
    body.normalize();
    for (const item of [...body.querySelectorAll(name)]) {
      const before = item.previousSibling;
      if (before?.nodeName === item.nodeName) {
        item.prepend(...before.childNodes);
        before.remove();
      }
    }
  }
}

function links(body) {
  for (const link of body.querySelectorAll("a")) {
    const address = link.getAttribute("href") ?? "";
    if (!/^(https?:|mailto:)/i.test(address) || !link.textContent.trim()) unwrap(link);
  }
}

/// Lines that only the file was broken in: between Han characters nothing, else one blank.
function blanks(body) {
  const walk = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  const texts = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) texts.push(node);
  let before = "";
  texts.forEach((node, index) => {
    if (node.nodeType === 8) return node.remove();
    if (node.parentNode.closest("pre")) return;
    const after = texts.slice(index + 1, index + 6).find((next) => next.nodeType === 3 && next.data.trim())?.data.trimStart()[0] ?? "";
    const text = node.data.replace(/[\u00a0\t]/g, " ");
    node.data = text.replace(/ *[\r\n]+ */g, (_, at, whole) => {
      const left = whole.slice(0, at).trimEnd().at(-1) ?? before;
      const right = whole.slice(at).trimStart()[0] ?? after;
      return wide.test(left) && wide.test(right) ? "" : " ";
    });
    if (node.data.trim()) before = node.data.trimEnd().at(-1);
  });
}
