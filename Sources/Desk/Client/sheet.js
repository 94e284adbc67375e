// The rows of a table as they are edited, with steps back and forth, and the edits that lead from the file to them. Nothing of the page.
import { arrange } from "./arrange.js";

export class Sheet {
  constructor(answer) { this.take(answer); }

  /// The table as it is on the disk.
  take({ digest, columns, rows }) {
    this.stamp = (this.stamp ?? 0) + 1;
    this.digest = digest;
    this.columns = columns;
    this.base = rows.map((row) => row.cells);
    this.rows = this.base.map((cells, index) => ({ cells: [...cells], origin: index }));
    this.done = [];
    this.undone = [];
  }

  /// One step: values of cells, and how the rows are after it (absent: the same rows).
  do(cells, rows = null) {
    const changes = cells.filter(({ row, column, value }) => row.cells[column] !== value)
      .map(({ row, column, value }) => ({ row, column, from: row.cells[column], to: value }));
    if (!changes.length && !rows) return false;
    this.done.push({ changes, before: this.rows, after: rows ?? this.rows });
    this.undone = [];
    this.#set(this.done.at(-1), "to", "after");
    return true;
  }
  /// What is sent to be saved: the rows as they are now, whatever is changed while that is under way.
  sent() { return this.filled.map((row) => ({ row, cells: [...row.cells] })); }
  /// The table is on the disk as it was sent; what was changed since stays changed, and steps back are still there.
  settle({ digest, columns, rows }, sent) {
    // A column that was written in for the first time stands in another place now.
    const order = columns.map((column) => this.columns.findIndex((own) => own.key === column.key));
    if (rows.length !== sent.length || order.length !== this.columns.length || order.includes(-1)) return false;
    this.stamp++;
    this.digest = digest;
    this.columns = columns;
    if (order.some((from, index) => from !== index)) this.#arrangeColumns(order, sent);
    this.base = rows.map((row) => row.cells);
    this.rows.forEach((row) => { row.origin = null; });
    sent.forEach(({ row, cells }, index) => {
      row.origin = index;
      cells.forEach((value, column) => { if (row.cells[column] === value) row.cells[column] = this.base[index][column]; });
    });
    return true;
  }
  #arrangeColumns(order, sent) {
    const steps = [...this.done, ...this.undone];
    const all = new Set([...this.rows, ...sent.map(({ row }) => row), ...steps.flatMap(({ changes, before, after }) => [...before, ...after, ...changes.map(({ row }) => row)])]);
    for (const holder of [...all, ...sent]) holder.cells = order.map((from) => holder.cells[from]);
    for (const change of steps.flatMap(({ changes }) => changes)) change.column = order.indexOf(change.column);
  }
  /// Puts rows that were not saved, and began from another version of the file, on the rows as they are now: as one step.
  /// Returns the cells that somebody else has changed as well; they stay as they are.
  merge({ rows, base }) {
    const id = this.columns.findIndex((column) => column.key === "id");
    const find = (cells) => this.rows.find((row) => row.cells.every((value, column) => value === cells[column]))
      ?? (id >= 0 && cells[id] ? this.rows.find((row) => row.cells[id] === cells[id]) : undefined);
    const [cells, added, missed, kept] = [[], [], [], new Set()];
    for (const { cells: mine, origin } of rows) {
      if (origin === null) {
        if (mine.some((value) => value.trim())) added.push({ cells: [...mine], origin: null });
        continue;
      }
      kept.add(origin);
      const row = find(base[origin]);
      mine.forEach((value, column) => {
        if (value === base[origin][column]) return;
        if (row && row.cells[column] === base[origin][column]) cells.push({ row, column, value });
        else if (row?.cells[column] !== value) missed.push(value);
      });
    }
    const gone = new Set(base.map((old, index) => (kept.has(index) ? null : this.rows.find((row) => row.cells.every((value, column) => value === old[column])))));
    this.do(cells, [...this.rows.filter((row) => !gone.has(row)), ...added]);
    return missed;
  }
  #set({ changes, before, after }, cell, rows) {
    this.stamp++;
    changes.forEach((change) => { change.row.cells[change.column] = change[cell]; });
    this.rows = rows === "after" ? after : before;
  }
  /// Steps back; answers what was touched, or `null`.
  undo() {
    const step = this.done.pop();
    if (!step) return null;
    this.#set(step, "from", "before");
    this.undone.push(step);
    return step;
  }
  redo() {
    const step = this.undone.pop();
    if (!step) return null;
    this.#set(step, "to", "after");
    this.done.push(step);
    return step;
  }

  /// What is written for a text in a column: of choices the word that the other rows use, in their language.
  written(column, text) {
    const plain = text.replace(/\s*[\r\n]+\s*/g, " ").trim();
    const { choices } = this.columns[column];
    const choice = choices?.find((one) => one.label === plain || one.value === plain);
    if (!choice) return plain;
    const usesLabels = this.base.some((cells) => choices.some((one) => one.label === cells[column] && one.value !== one.label));
    return usesLabels ? choice.label : choice.value;
  }

  newRow() { return { cells: this.columns.map(() => ""), origin: null }; }

  /// The rows without new ones that nobody has written in.
  get filled() { return this.rows.filter((row) => row.origin !== null || row.cells.some((value) => value.trim())); }

  /// The edits that lead from the file to these rows, each on the result of those before.
  edits() {
    const rows = this.filled;
    const { removed, moved, added } = arrange(this.base.length, rows.map((row) => row.origin));
    const cells = rows.flatMap((row, index) => (row.origin === null ? [] : row.cells.flatMap((value, column) =>
      (value === this.base[row.origin][column] ? [] : [{ op: "cell", row: index, column: this.columns[column].key, value }]))));
    return [
      ...removed.map((row) => ({ op: "removeRow", row })),
      ...moved.map(([row, to]) => ({ op: "moveRow", row, to })),
      ...added.map((at) => ({ op: "addRow", at, cells: rows[at].cells })),
      ...cells,
    ];
  }
  get isDirty() {
    const rows = this.filled;
    return rows.length !== this.base.length || rows.some((row, index) => row.origin !== index
      || row.cells.some((value, column) => value !== this.base[index][column]));
  }

  /// The rows as a draft keeps them, and back.
  keep() { return this.rows.map(({ cells, origin }) => ({ cells, origin })); }
  /// Whether rows that were kept have the columns of these.
  fits({ base, keys }) { return Array.isArray(base) && keys?.join() === this.columns.map((column) => column.key).join(); }
  restore(rows) { this.do([], rows.map(({ cells, origin }) => ({ cells: [...cells], origin }))); }
}
