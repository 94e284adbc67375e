// The editor of one table of the text, as a small grid.
import { ask, button, el, say } from "./dom.js";
import { readBlock } from "./clip.js";
import { t } from "./words.js";

/// Resolves with `{rows, sides}`, `{isRemoved}` or `null`.
export function editTable({ rows, sides }, isThere) {
  let cells = rows.map((row) => [...row]);
  let aligned = [...sides];
  let [y, x] = [0, 0];
  const table = el("table", { class: "grid" });
  const input = (row, column) => table.rows[row + 1]?.cells[column]?.querySelector("input");
  const go = (row, column) => {
    [y, x] = [Math.max(0, Math.min(row, cells.length - 1)), Math.max(0, Math.min(column, aligned.length - 1))];
    const target = input(y, x);
    target?.focus();
    target?.select();
  };
  function cell(row, column) {
    const label = row === 0 ? t("gridHead", { column: column + 1 }) : t("gridCell", { row, column: column + 1, head: cells[0][column] });
    return el("input", {
      type: "text", value: cells[row][column], "aria-label": label, class: aligned[column], autofocus: row === 0 && column === 0,
      oninput: (event) => { cells[row][column] = event.target.value; },
      onfocus: () => { [y, x] = [row, column]; },
    });
  }
  function show() {
    const sideNames = [["", "sideLeft"], ["center", "sideCenter"], ["right", "sideRight"]];
    const top = el("tr", {}, aligned.map((side, column) => {
      const choice = el("select", { "aria-label": t("side", { column: column + 1 }), onchange: (event) => {
        aligned[column] = event.target.value;
        show();
      } }, sideNames.map(([value, name]) => el("option", { value }, t(name))));
      choice.value = side;
      return el("td", {}, choice);
    }));
    table.replaceChildren(top, ...cells.map((row, index) => el("tr", { class: index === 0 ? "head" : "" },
      aligned.map((_, column) => el("td", {}, cell(index, column))))));
  }
  table.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229 || event.target.tagName !== "INPUT") return;
    if (event.key === "Enter") {
      event.preventDefault();
      if (y === cells.length - 1) addRow();
      go(y + 1, x);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      go(y + (event.key === "ArrowDown" ? 1 : -1), x);
    }
  });
  table.addEventListener("paste", (event) => {
    const found = readBlock(event.clipboardData);
    if (!found) return;
    event.preventDefault();
    const [top, left] = [y, x];
    while (cells.length < top + found.length) addRow();
    while (aligned.length < left + Math.max(...found.map((row) => row.length))) addColumn();
    found.forEach((row, down) => row.forEach((text, right) => { cells[top + down][left + right] = text.trim(); }));
    show();
    go(top, left);
    say(t("pastedBlock", { rows: found.length, columns: Math.max(...found.map((row) => row.length)) }));
  });
  function addRow() {
    cells.splice(y + 1, 0, aligned.map(() => ""));
    show();
  }
  function addColumn() {
    const at = Math.min(x + 1, aligned.length);
    aligned.splice(at, 0, "");
    cells.forEach((row) => row.splice(at, 0, ""));
    show();
  }
  const bar = el("div", { class: "actions" },
    button(t("addRow"), () => { addRow(); go(y + 1, x); }, "quiet"), button(t("addColumn"), () => { addColumn(); go(y, x + 1); }, "quiet"),
    button(t("removeRow"), () => {
      if (cells.length > 1) cells.splice(y, 1);
      show();
      go(y, x);
    }, "quiet"),
    button(t("removeColumn"), () => {
      if (aligned.length > 1) {
        aligned.splice(x, 1);
        cells.forEach((row) => row.splice(x, 1));
      }
      show();
      go(y, x);
    }, "quiet"));
  show();
  const actions = [[isThere ? t("gridTake") : t("insert"), () => ({ rows: cells, sides: aligned }), "main"]];
  if (isThere) actions.unshift([t("gridRemove"), () => ({ isRemoved: true })]);
  return ask(t("table"), el("div", {}, el("p", { class: "help" }, t("gridHelp")), bar, el("div", { class: "scroll" }, table)), actions, "wide");
}
