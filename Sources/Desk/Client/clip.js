// Blocks of cells on the clipboard, as Excel, WPS and this desk put them there.

/// The cells of a text with tabs; a cell in quotation marks may hold line breaks and doubled marks.
export function readTabs(text) {
  const rows = [[]];
  let cell = "";
  let at = 0;
  const end = () => {
    rows.at(-1).push(cell);
    cell = "";
  };
  while (at < text.length) {
    if (text[at] === '"' && cell === "") {
      const found = /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(text.slice(at, at + 100000));
      if (found) {
        cell = found[1].replaceAll('""', '"');
        at += found[0].length;
        continue;
      }
    }
    if (text[at] === "\t") end();
    else if (text[at] === "\n" || text[at] === "\r") {
      if (text[at] === "\r" && text[at + 1] === "\n") at++;
      end();
      rows.push([]);
    } else cell += text[at];
    at++;
  }
  end();
  if (rows.at(-1).length === 1 && rows.at(-1)[0] === "") rows.pop();
  return rows;
}

/// A document of its own made of foreign HTML. Styles are kept as `data-look`, which nothing applies, and handlers not at all;
/// scripts never run in such a document.
export function parseQuietly(html) {
  const quiet = html.replace(/<style[\s>][\s\S]*?(?:<\/style\s*>|$)/gi, "")
    .replace(/<([a-z][^\s>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi, (_, name, rest) => `<${name}${rest.replace(/\sstyle\s*=/gi, " data-look=").replace(/\son\w+\s*=/gi, " data-off=")}>`);
  return new DOMParser().parseFromString(quiet, "text/html");
}

/// The text of a cell of HTML: one line, blanks as one.
function cellText(cell) {
  const clone = cell.cloneNode(true);
  clone.querySelectorAll("br").forEach((line) => line.replaceWith(" "));
  return clone.textContent.replace(/[\s\u00a0]+/g, " ").trim();
}

/// The cells of a table of the document, merged cells padded with what they hold once.
export function gridOf(table, read = cellText) {
  const grid = [];
  [...table.rows].forEach((row, y) => {
    grid[y] ??= [];
    let x = 0;
    for (const cell of row.cells) {
      while (grid[y][x] !== undefined) x++;
      const text = read(cell);
      const [width, height] = [Math.min(cell.colSpan, 100), Math.min(cell.rowSpan || 1, table.rows.length - y)];
      for (let down = 0; down < height; down++) {
        grid[y + down] ??= [];
        for (let right = 0; right < width; right++) grid[y + down][x + right] = down || right ? "" : text;
      }
      x += width;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ""));
}

/// The block that a paste brings, or `null` when it is a single text. A table of HTML knows its cells best; Excel's text is the next.
export function readBlock(data) {
  const html = data.getData("text/html");
  if (/<table[\s>]/i.test(html)) {
    const parsed = parseQuietly(html);
    const table = parsed.querySelector("table");
    if (table && parsed.querySelectorAll("table").length === 1) {
      table.querySelectorAll("script").forEach((item) => item.remove());
      return gridOf(table).filter((row) => row.length);
    }
  }
  const text = data.getData("text/plain");
  if (!/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return null;
  return readTabs(text);
}

/// A block as text with tabs.
export function writeTabs(rows) {
  const quoted = (cell) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}
