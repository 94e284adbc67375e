// A table as a spreadsheet: only the rows that are seen are on the page. One text field lies over the active cell and always has the focus, so that an
// input method composes in the cell itself.
import { readBlock, writeTabs } from "./clip.js";
import { el, unique } from "./dom.js";
import { t } from "./words.js";

const rowHeight = 36;
const spare = 8;

/// - host: `{label, isReadOnly, change(cells, rows?), undo(), redo(), moved(row, column), newRow(), note(text), sort(column)}`
export class GridView {
  constructor(sheet, host) {
    this.sheet = sheet;
    this.host = host;
    this.shown = sheet.rows;
    this.active = { y: 0, x: 0 };
    this.anchor = { y: 0, x: 0 };
    this.findings = new Map();
    this.drawn = new Map();
    this.mode = "";
    this.id = unique("grid");
    this.head = el("div", { role: "row", class: "head", "aria-rowindex": "1" });
    this.canvas = el("div", { role: "grid", id: this.id, class: "canvas", "aria-label": host.label, "aria-multiselectable": "true",
      "aria-readonly": host.isReadOnly ? "true" : null }, this.head);
    this.input = el("textarea", { class: "over", rows: 1, spellcheck: "false", autocomplete: "off", "aria-controls": this.id, readonly: host.isReadOnly });
    this.options = el("ul", { class: "options", role: "listbox", "aria-label": t("suggestions"), hidden: true });
    this.element = el("div", { class: "sheet" }, this.canvas, this.input, this.options);
    this.#listen();
    this.columns();
  }

  // MARK: What is seen

  /// The columns anew: after another table was taken.
  columns() {
    const { columns, rows } = this.sheet;
    const width = (text) => [...text.slice(0, 60)].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? 15.5 : 8.5), 26);
    const step = Math.max(1, Math.floor(rows.length / 200));
    const widths = columns.map((column, x) => {
      let most = width(column.label) + 22;
      for (let y = 0; y < rows.length; y += step) most = Math.max(most, width(this.#text(rows[y].cells[x] ?? "", x)));
      return Math.min(Math.round(most), 340);
    });
    this.lefts = widths.reduce((all, wide) => [...all, all.at(-1) + wide], [52]);
    this.element.style.setProperty("--columns", ["52px", ...widths.map((wide) => wide + "px")].join(" "));
    this.element.style.setProperty("--width", this.lefts.at(-1) + "px");
    this.canvas.setAttribute("aria-colcount", columns.length + 1);
    this.head.replaceChildren(el("div", { role: "columnheader", "aria-colindex": "1" }, el("span", { class: "unseen" }, t("rowNumber"))),
      ...columns.map((column, x) => el("div", { role: "columnheader", "aria-colindex": x + 2, "aria-sort": "none" },
        el("button", { type: "button", tabindex: "-1", title: t("sortBy"), onclick: () => this.host.sort(x) }, column.label,
          column.isRequired ? el("span", { class: "required" }, t("requiredSign")) : null))));
    this.renew();
  }
  /// Which column the rows are sorted by, for its sign.
  sorted(column, direction) {
    [...this.head.children].slice(1).forEach((cell, x) => cell.setAttribute("aria-sort", x === column && direction ? direction : "none"));
  }
  /// Shows these rows of the sheet.
  show(rows) {
    this.shown = rows;
    this.renew();
    this.go(Math.min(this.active.y, rows.length - 1), this.active.x, false, false);
  }
  /// Draws anew what is seen.
  renew() {
    for (const row of this.drawn.values()) row.remove();
    this.drawn.clear();
    this.canvas.setAttribute("aria-rowcount", this.shown.length + 1);
    this.canvas.style.setProperty("--height", (this.shown.length + 1) * rowHeight + "px");
    this.draw();
  }
  draw() {
    const top = this.element.scrollTop;
    const first = Math.max(0, Math.floor(top / rowHeight) - spare);
    const last = Math.min(this.shown.length - 1, Math.ceil((top + (this.element.clientHeight || 600)) / rowHeight) + spare);
    for (const [y, row] of this.drawn) {
      if (y >= first && y <= last) continue;
      row.remove();
      this.drawn.delete(y);
    }
    for (let y = first; y <= last; y++) if (!this.drawn.has(y)) this.#drawRow(y);
  }
  #text(value, x) {
    const choice = this.sheet.columns[x].choices?.find((one) => one.value === value);
    return choice ? choice.label : value;
  }
  #drawRow(y) {
    const row = this.shown[y];
    const found = this.findings.get(row);
    const line = el("div", { role: "row", "aria-rowindex": y + 2, class: row.origin === null ? "new" : null },
      el("div", { role: "rowheader", "aria-colindex": "1" }, String(this.#number(row, y))));
    this.sheet.columns.forEach((column, x) => line.append(this.#cell(row, y, x, found?.get(column.key))));
    line.style.setProperty("--top", (y + 1) * rowHeight + "px");
    this.drawn.set(y, line);
    this.canvas.append(line);
  }
  #number(row, y) { return this.shown === this.sheet.rows ? y + 1 : this.sheet.rows.indexOf(row) + 1; }
  #cell(row, y, x, findings) {
    const value = row.cells[x] ?? "";
    const isChanged = row.origin !== null && value !== this.sheet.base[row.origin][x];
    const kinds = [findings ? (findings.some((one) => one.severity === "error") ? "error" : "warning") : "", isChanged ? "changed" : "",
      this.sheet.columns[x].isReadOnly ? "fixed" : "", this.#isIn(y, x) ? "chosen" : "", y === this.active.y && x === this.active.x ? "active" : ""];
    return el("div", { role: "gridcell", id: `${this.id}-${y}-${x}`, "aria-colindex": x + 2, class: kinds.filter(Boolean).join(" ") || null,
      "aria-selected": this.#isIn(y, x), "aria-invalid": findings ? "true" : null, title: findings ? findings.map((one) => one.message).join("\n") : null },
    this.#text(value, x));
  }
  /// Findings by row and key of the column.
  mark(findings) {
    this.findings = findings;
    this.renew();
  }

  // MARK: Where one is

  get box() {
    const [top, bottom] = [this.active.y, this.anchor.y].sort((one, two) => one - two);
    const [left, right] = [this.active.x, this.anchor.x].sort((one, two) => one - two);
    return { top, bottom, left, right };
  }
  #isIn(y, x) {
    const { top, bottom, left, right } = this.box;
    return y >= top && y <= bottom && x >= left && x <= right;
  }
  get chosenRows() {
    const { top, bottom } = this.box;
    return this.shown.slice(top, bottom + 1);
  }
  go(y, x, isExtending = false, isSeen = true) {
    const before = this.box;
    this.active = { y: Math.max(0, Math.min(y, this.shown.length - 1)), x: Math.max(0, Math.min(x, this.sheet.columns.length - 1)) };
    if (!isExtending) this.anchor = { ...this.active };
    if (isSeen) this.#scrollTo();
    this.draw();
    this.#paint(before);
    this.#place();
    this.host.moved(this.shown[this.active.y], this.active.x);
  }
  #paint(before) {
    const now = this.box;
    const [from, to] = [Math.min(before.top, now.top), Math.max(before.bottom, now.bottom)];
    for (const [y, line] of this.drawn) {
      if (y < from || y > to) continue;
      [...line.children].slice(1).forEach((cell, x) => {
        cell.classList.toggle("chosen", this.#isIn(y, x));
        cell.setAttribute("aria-selected", this.#isIn(y, x));
        cell.classList.toggle("active", y === this.active.y && x === this.active.x);
      });
    }
  }
  #scrollTo() {
    const { y, x } = this.active;
    const view = this.element;
    const top = (y + 1) * rowHeight;
    if (top - rowHeight < view.scrollTop) view.scrollTop = top - rowHeight;
    else if (top + rowHeight > view.scrollTop + view.clientHeight) view.scrollTop = top + rowHeight - view.clientHeight;
    if (this.lefts[x] - this.lefts[0] < view.scrollLeft) view.scrollLeft = this.lefts[x] - this.lefts[0];
    else if (this.lefts[x + 1] > view.scrollLeft + view.clientWidth) view.scrollLeft = this.lefts[x + 1] - view.clientWidth;
  }
  #place() {
    const { y, x } = this.active;
    const row = this.shown[y];
    this.input.style.setProperty("--top", (y + 1) * rowHeight + "px");
    this.input.style.setProperty("--left", this.lefts[x] + "px");
    this.input.style.setProperty("--wide", this.lefts[x + 1] - this.lefts[x] + "px");
    if (!row) {
      this.input.setAttribute("aria-label", this.host.label);
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    const found = this.findings.get(row)?.get(this.sheet.columns[x].key) ?? [];
    this.input.setAttribute("aria-label", [t("cell", { row: this.#number(row, y), column: this.sheet.columns[x].label }),
      this.#text(row.cells[x], x) || t("emptyCell"), ...found.map((one) => one.message)].join(": "));
    this.input.setAttribute("aria-activedescendant", `${this.id}-${y}-${x}`);
  }
  focus() { this.input.focus({ preventScroll: true }); }

  // MARK: Editing

  get isEditing() { return this.mode !== ""; }
  /// - mode: `typed` (arrows end it) or `opened` (arrows move in the text).
  edit(mode, text) {
    const { y, x } = this.active;
    const row = this.shown[y];
    if (!row || this.host.isReadOnly) return;
    if (this.sheet.columns[x].isReadOnly) {
      this.input.value = "";
      this.host.note(t("cellFixed"));
      return;
    }
    this.mode = mode;
    this.input.classList.add("editing");
    if (text !== undefined) {
      this.input.value = text;
      this.input.setSelectionRange(text.length, text.length);
    }
    this.#suggest();
  }
  /// Ends editing, with or without what was typed.
  end(isTaken) {
    if (!this.isEditing) return;
    const { y, x } = this.active;
    const value = this.sheet.written(x, this.input.value);
    this.mode = "";
    this.input.value = "";
    this.input.classList.remove("editing");
    this.options.hidden = true;
    // Looking into a cell changes nothing of it.
    if (isTaken && value !== this.#text(this.shown[y].cells[x], x)) this.host.change([{ row: this.shown[y], column: x, value }]);
    this.#place();
  }
  #suggest() {
    const { x } = this.active;
    const typed = this.input.value.trim();
    const column = this.sheet.columns[x];
    let all = column.choices?.map((one) => one.label);
    if (!all && typed) {
      const values = new Set();
      for (const row of this.sheet.rows) if (row.cells[x] && values.size < 400) values.add(row.cells[x]);
      // Values that hardly ever come twice are no help.
      all = values.size * 2 < this.sheet.rows.length || values.size < 60 ? [...values] : [];
    }
    const fitting = (all ?? []).filter((value) => value !== typed && (column.choices && this.mode === "opened" || value.includes(typed))).slice(0, 8);
    this.options.replaceChildren(...fitting.map((value) => el("li", { role: "option", id: unique("option"), "aria-selected": "false", onmousedown: (event) => {
      event.preventDefault();
      this.#takeOption(value);
    } }, value)));
    this.options.hidden = !fitting.length;
    this.options.style.setProperty("--top", (this.active.y + 2) * rowHeight + "px");
    this.options.style.setProperty("--left", this.lefts[x] + "px");
  }
  #takeOption(value) {
    this.input.value = value;
    this.end(true);
    this.go(this.active.y + 1, this.active.x);
  }
  #option(step) {
    const all = [...this.options.children];
    const at = all.findIndex((item) => item.getAttribute("aria-selected") === "true");
    const next = (at + step + all.length + (at < 0 && step < 0 ? 1 : 0)) % all.length;
    all.forEach((item, index) => item.setAttribute("aria-selected", index === next));
    this.input.setAttribute("aria-activedescendant", all[next].id);
  }
  clear() {
    const { top, bottom, left, right } = this.box;
    const cells = [];
    for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) {
      if (this.shown[y] && !this.sheet.columns[x].isReadOnly) cells.push({ row: this.shown[y], column: x, value: "" });
    }
    this.host.change(cells);
  }

  // MARK: Keys, mouse, clipboard

  #listen() {
    this.element.addEventListener("scroll", () => this.draw(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(this.element);
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("input", () => {
      if (!this.isEditing) this.edit("typed");
      else this.#suggest();
    });
    this.input.addEventListener("compositionstart", () => { if (!this.isEditing) this.edit("typed"); });
    this.input.addEventListener("blur", () => this.end(true));
    this.input.addEventListener("focus", () => { this.element.classList.add("focused"); this.isLeaving = false; });
    this.input.addEventListener("blur", () => this.element.classList.remove("focused"));
    this.input.addEventListener("copy", (event) => this.#copy(event));
    this.input.addEventListener("cut", (event) => { if (this.#copy(event) && !this.host.isReadOnly) this.clear(); });
    this.input.addEventListener("paste", (event) => this.#paste(event));
    let isDragging = false;
    const at = (event) => {
      const box = this.canvas.getBoundingClientRect();
      const x = this.lefts.findLastIndex((left) => event.clientX - box.left >= left);
      return { y: Math.floor((event.clientY - box.top) / rowHeight) - 1, x: Math.max(0, Math.min(x, this.sheet.columns.length - 1)), isHeader: x < 0 };
    };
    this.canvas.addEventListener("mousedown", (event) => {
      if (event.button !== 0 || event.target.closest(".head")) return;
      event.preventDefault();
      this.end(true);
      const { y, x, isHeader } = at(event);
      if (isHeader) {
        this.go(y, this.sheet.columns.length - 1, event.shiftKey, false);
        this.anchor.x = 0;
        this.renew();
      } else this.go(y, x, event.shiftKey);
      this.focus();
      isDragging = true;
    });
    addEventListener("mousemove", (event) => {
      if (!isDragging) return;
      const { y, x } = at(event);
      if (y !== this.active.y || x !== this.active.x) this.go(y, x, true);
    });
    addEventListener("mouseup", () => { isDragging = false; });
    // Beside and below the cells, and in a list without rows.
    this.element.addEventListener("mousedown", (event) => {
      if (event.target !== this.element || event.button !== 0 || event.offsetX > this.element.clientWidth || event.offsetY > this.element.clientHeight) return;
      event.preventDefault();
      this.end(true);
      this.focus();
    });
    this.canvas.addEventListener("dblclick", (event) => {
      if (event.target.closest(".head")) return;
      this.#open();
    });
  }
  #open() {
    const row = this.shown[this.active.y];
    if (row) this.edit("opened", this.#text(row.cells[this.active.x], this.active.x));
  }
  #key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const { y, x } = this.active;
    const page = Math.max(1, Math.floor(this.element.clientHeight / rowHeight) - 2);
    const command = event.ctrlKey || event.metaKey;
    const [lastY, lastX] = [this.shown.length - 1, this.sheet.columns.length - 1];
    const take = (action) => {
      event.preventDefault();
      action();
    };
    if (this.isEditing) {
      const isListed = !this.options.hidden;
      const option = isListed ? this.options.querySelector("[aria-selected=true]") : null;
      if (event.key === "Escape") take(() => this.end(false));
      else if (event.key === "Enter" && option) take(() => this.#takeOption(option.textContent));
      else if (event.key === "Enter" && !event.altKey) take(() => { this.end(true); this.go(y + (event.shiftKey ? -1 : 1), x); });
      else if (event.key === "Tab") take(() => { this.end(true); this.go(y, x + (event.shiftKey ? -1 : 1)); });
      else if (isListed && /^Arrow(Up|Down)$/.test(event.key)) take(() => this.#option(event.key === "ArrowDown" ? 1 : -1));
      else if (this.mode === "typed" && event.key.startsWith("Arrow")) {
        take(() => {
          this.end(true);
          this.go(y + ({ ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0), x + ({ ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0));
        });
      }
      return;
    }
    const to = {
      ArrowUp: [command ? 0 : y - 1, x], ArrowDown: [command ? lastY : y + 1, x], ArrowLeft: [y, command ? 0 : x - 1],
      ArrowRight: [y, command ? lastX : x + 1], Home: [command ? 0 : y, 0], End: [command ? lastY : y, lastX],
      PageUp: [y - page, x], PageDown: [y + page, x],
    }[event.key];
    if (to && !event.altKey) return take(() => this.go(...to, event.shiftKey));
    if (event.key === "Tab") {
      // At the ends, and after Escape, Tab leads on, so that nobody is caught.
      const isEnd = event.shiftKey ? y === 0 && x === 0 : y === lastY && x === lastX;
      if (this.isLeaving || isEnd || lastY < 0) return;
      const next = x + (event.shiftKey ? -1 : 1);
      return take(() => this.go(next < 0 ? y - 1 : next > lastX ? y + 1 : y, next < 0 ? lastX : next > lastX ? 0 : next));
    }
    this.isLeaving = false;
    if (event.key === "Escape") {
      this.isLeaving = true;
      this.host.note(t("tabLeaves"));
    } else if (event.key === "Enter") take(() => this.go(y + (event.shiftKey ? -1 : 1), x));
    else if (event.key === "F2") take(() => this.#open());
    else if ((event.key === "Delete" || event.key === "Backspace") && !this.host.isReadOnly) take(() => this.clear());
    else if (command && event.key.toLowerCase() === "z") take(() => (event.shiftKey ? this.host.redo() : this.host.undo()));
    else if (command && event.key.toLowerCase() === "y") take(() => this.host.redo());
    else if (command && event.key.toLowerCase() === "a") take(() => {
      this.anchor = { y: 0, x: 0 };
      this.go(lastY, lastX, true, false);
      this.renew();
    });
    else if (event.altKey && /^Arrow(Up|Down)$/.test(event.key)) take(() => this.host.moveRows(event.key === "ArrowDown" ? 1 : -1));
  }
  #copy(event) {
    if (this.isEditing) return false;
    event.preventDefault();
    const { top, bottom, left, right } = this.box;
    const rows = this.shown.slice(top, bottom + 1).map((row) => row.cells.slice(left, right + 1).map((value, index) => this.#text(value, left + index)));
    event.clipboardData.setData("text/plain", writeTabs(rows));
    this.host.note(t("copied", { rows: rows.length, columns: right - left + 1 }));
    return true;
  }
  #paste(event) {
    if (this.isEditing || this.host.isReadOnly) return;
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    const block = readBlock(event.clipboardData) ?? (text ? [[text]] : null);
    // A picture, or nothing.
    if (block) this.host.paste(block);
    else this.host.note(t("pasteNothing"));
  }
}
