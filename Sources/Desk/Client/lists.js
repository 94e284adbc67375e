// Inputs for lists: texts, files, references, and records as a small table. Items know where they stood in the file, so that what a person did
// becomes single edits: one item taken away leaves the others as they are written.
import { get } from "./api.js";
import { arrange, same } from "./arrange.js";
import { readBlock } from "./clip.js";
import { combo } from "./combo.js";
import { button, el } from "./dom.js";
import { chooser } from "./inputs.js";
import { t } from "./words.js";

const listed = (value) => (Array.isArray(value) ? value : value === undefined || value === null || value === "" ? [] : [value]);

/// A list of items. - make(value, list): an item's `{element, value(), edits(path, original), focus()}`.
function items({ field, tools, box, make, foot, find, isSingle = false }) {
  let original = field.value;
  let all = [];
  const list = {
    get all() { return all; },
    add(value, index = all.length, origin = null) {
      const item = make(value, list);
      item.origin = origin;
      all.splice(index, 0, item);
      box.insertBefore(item.element, box.children[index] ?? null);
      return item;
    },
    remove(item) {
      const index = all.indexOf(item);
      all.splice(index, 1);
      item.element.remove();
      (all[index] ?? all[index - 1])?.focus();
      tools.changed();
    },
    move(item, step) {
      const from = all.indexOf(item);
      const to = from + step;
      if (to < 0 || to >= all.length) return;
      all.splice(to, 0, all.splice(from, 1)[0]);
      box.insertBefore(item.element, box.children[step > 0 ? to + 1 : to] ?? null);
      item.focus();
      tools.changed();
    },
  };
  const fill = (values, origins) => {
    all = [];
    box.replaceChildren();
    values.forEach((value, index) => list.add(value, index, origins[index]));
  };
  const input = {
    list,
    element: el("div", {}, box, foot?.(list)),
    isGroup: true,
    value() {
      const values = all.map((item) => item.value()).filter((value) => value !== undefined);
      if (same(values, listed(original))) return original ?? undefined;
      if (isSingle) return values.at(-1);
      return values.length ? values : undefined;
    },
    isChanged: () => !same(input.value(), original ?? undefined),
    edits(path) {
      if (!input.isChanged()) return [];
      const value = input.value();
      if (value === undefined) return [{ op: "clear", field: path }];
      if (isSingle || !Array.isArray(original) || !original.length) return [{ op: "set", field: path, value }];
      const kept = all.filter((item) => item.value() !== undefined);
      const { removed, moved, added } = arrange(original.length, kept.map((item) => item.origin));
      return [
        ...removed.map((index) => ({ op: "remove", field: [...path, index] })),
        ...moved.map(([from, to]) => ({ op: "move", field: [...path, from], to })),
        ...added.map((index) => ({ op: "add", field: path, value: kept[index].value(), to: index })),
        ...kept.flatMap((item, index) => (item.origin === null ? [] : item.edits([...path, index], original[item.origin]))),
      ];
    },
    set(value) {
      const values = listed(value);
      if (same(input.value() ?? [], values) && all.every((item) => item.value() !== undefined)) {
        original = value;
        all.forEach((item, index) => {
          item.origin = index;
          item.rebase?.(values[index]);
        });
        return;
      }
      original = value;
      fill(values, values.map((_, index) => index));
    },
    put(value) {
      const values = listed(value);
      const free = listed(original).map((item, index) => ({ item, index }));
      fill(values, values.map((item) => {
        const at = free.findIndex((one) => same(one.item, item));
        return at < 0 ? null : free.splice(at, 1)[0].index;
      }));
    },
    find: (path) => find?.(all[path[0]], path.slice(1)) ?? input,
  };
  fill(listed(original), listed(original).map((_, index) => index));
  return input;
}

const setWhole = (read) => (path, original) => (same(read(), original) ? [] : [{ op: "set", field: path, value: read() }]);

function orderButtons(list, item, label) {
  return el("span", { class: "order" },
    button("↑", () => list.move(item(), -1), "quiet", { "aria-label": t("moveUp", { label }) }),
    button("↓", () => list.move(item(), 1), "quiet", { "aria-label": t("moveDown", { label }) }),
    button("×", () => list.remove(item()), "quiet", { "aria-label": t("removeItem", { label }) }));
}

/// Lines of text; of files each can be brought from the computer.
export function listInput(field, tools, isFiles) {
  const box = el("div", { class: "lines" });
  const make = (value, list) => {
    const raw = value;
    const control = el("input", { type: "text", value: value === undefined ? "" : String(value), "aria-label": field.label, autocomplete: "off" });
    const item = {
      element: el("div", { class: "with" }, control, orderButtons(list, () => item, field.label)),
      value: () => (control.value === String(raw ?? "") ? raw || undefined : control.value.trim() || undefined),
      focus: () => control.focus(),
    };
    item.edits = setWhole(item.value);
    control.addEventListener("input", tools.changed);
    control.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      list.add("", list.all.indexOf(item) + 1).focus();
    });
    return item;
  };
  const foot = (list) => el("div", { class: "actions" },
    isFiles ? chooser(t("chooseFiles"), true, tools, (names) => {
      names.forEach((name) => list.add(name));
      tools.changed();
    }) : null,
    button(isFiles ? t("addFileName") : t("addItem"), () => list.add("").focus(), "quiet", { "aria-label": t("addItemTo", { label: field.label }) }));
  return items({ field, tools, box, make, foot });
}

/// What a name refers to, picked by searching for it.
export function pickedInput(field, tools, isSingle) {
  const box = el("ul", { class: "picked" });
  const known = new Map();
  const search = async (q) => {
    const found = (await get("references", { kind: field.referenceKind, q, year: tools.year }).catch(() => ({ items: [] }))).items;
    found.forEach((item) => known.set(item.value, item.label));
    return found.map((item) => ({ ...item, detail: "" }));
  };
  const make = (value, list) => {
    const name = el("span", {}, known.get(value) ?? String(value));
    if (!known.has(value)) search(String(value)).then(() => { if (known.has(value)) name.textContent = known.get(value); });
    const item = {
      element: el("li", {}, name, isSingle
        ? button("×", () => list.remove(item), "quiet", { "aria-label": t("removeItem", { label: field.label }) })
        : orderButtons(list, () => item, name.textContent)),
      value: () => value,
      focus: () => item.element.querySelector("button").focus(),
    };
    item.edits = setWhole(item.value);
    return item;
  };
  const foot = (list) => combo({
    label: t("pick", { label: field.label }),
    placeholder: t("pickHint"),
    search,
    pick(found, control) {
      if (isSingle) while (list.all.length) list.remove(list.all[0]);
      if (!list.all.some((item) => item.value() === found.value)) list.add(found.value);
      control.value = "";
      control.focus();
      tools.changed();
    },
  }).element;
  return items({ field, tools, box, make, foot, isSingle });
}

/// Records of the same fields as a small table. Alt with an arrow moves a row; Enter goes down; a block from Excel or WPS is pasted into its cells.
export function recordsInput(field, tools, inputFor) {
  const columns = field.fields ?? [];
  const head = el("thead", {}, el("tr", {}, columns.map((column) => el("th", { scope: "col" }, column.label,
    column.isRequired ? el("span", { class: "required" }, t("requiredSign")) : null)), el("th", {}, el("span", { class: "unseen" }, t("order")))));
  const body = el("tbody");
  const make = (value, list) => {
    const cells = columns.map((column) => inputFor({ ...column, value: value?.[column.key] }, tools));
    // Fields that this table does not know stay in the record.
    const rest = Object.fromEntries(Object.entries(value ?? {}).filter(([key]) => !columns.some((column) => column.key === key)));
    const row = el("tr");
    const item = {
      element: row,
      cells,
      value() {
        const pairs = columns.map((column, index) => [column.key, cells[index].value()]).filter((pair) => pair[1] !== undefined);
        if (!pairs.length && !Object.keys(rest).length && value === undefined) return undefined;
        const written = { ...rest, ...Object.fromEntries(pairs) };
        return same(written, value) ? value : written;
      },
      edits: (path) => columns.flatMap((column, index) => cells[index].edits([...path, column.key])),
      rebase(next) {
        value = next;
        columns.forEach((column, index) => cells[index].set(next?.[column.key]));
      },
      focus: () => row.querySelector("input, select, textarea")?.focus(),
    };
    cells.forEach((cell, index) => {
      const control = cell.control ?? cell.element;
      control.setAttribute("aria-label", columns[index].label);
      row.append(el("td", { "data-label": columns[index].label }, cell.element));
    });
    row.append(el("td", { class: "tools" }, orderButtons(list, () => item, field.label)));
    row.addEventListener("keydown", (event) => {
      if (event.isComposing || event.keyCode === 229) return;
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (event.altKey && step) {
        event.preventDefault();
        list.move(item, step);
      } else if (event.key === "Enter" && event.target.tagName === "INPUT" && event.target.type === "text") {
        event.preventDefault();
        const at = [...row.cells].indexOf(event.target.closest("td"));
        const below = list.all[list.all.indexOf(item) + 1] ?? list.add(undefined);
        below.element.cells[at]?.querySelector("input, select, textarea")?.focus();
      }
    });
    row.addEventListener("paste", (event) => {
      const block = readBlock(event.clipboardData);
      if (!block) return;
      event.preventDefault();
      const [top, left] = [list.all.indexOf(item), [...row.cells].indexOf(event.target.closest("td"))];
      block.forEach((texts, y) => {
        const target = list.all[top + y] ?? list.add(undefined);
        texts.forEach((text, x) => {
          const control = target.cells[left + x]?.control;
          if (!control || !("value" in control)) return;
          const choice = columns[left + x].choices?.find((one) => one.label === text.trim());
          control.value = choice ? choice.value : text.trim();
          control.dispatchEvent(new Event(control.tagName === "SELECT" ? "change" : "input"));
        });
      });
    });
    return item;
  };
  const withFile = columns.find((column) => column.type === "file");
  const foot = (list) => el("div", { class: "actions" },
    withFile ? chooser(t("choosePhotos"), true, tools, (names) => {
      names.forEach((name) => list.add(undefined).cells[columns.indexOf(withFile)].put(name));
      tools.changed();
    }) : null,
    button(t("addRow"), () => list.add(undefined).focus(), "quiet", { "aria-label": t("addItemTo", { label: field.label }) }));
  const input = items({ field, tools, box: body, make, foot, find: (item, path) => {
    const index = columns.findIndex((column) => column.key === path[0]);
    return item && index >= 0 ? item.cells[index] : undefined;
  } });
  input.element.prepend(el("div", { class: "scroll" }, el("table", { class: "records" }, head, body)));
  return input;
}
