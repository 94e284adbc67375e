// 名单: rosters, associations and enterprises as tables.
import { closeTab, get, offers, onChange, page, post } from "./api.js";
import { button, debounced, el, labelled, notice, say } from "./dom.js";
import { askConflict } from "./conflict.js";
import * as drafts from "./drafts.js";
import { findingItem } from "./findings.js";
import { GridView } from "./gridview.js";
import { Sheet } from "./sheet.js";
import { t } from "./words.js";

const tables = [["content/associations.yaml", "associations"], ["content/enterprises.yaml", "enterprises"]];
const shownFindings = 60;

export async function start({ site, main, heading, person }) {
  const query = new URLSearchParams(location.search);
  const asked = query.get("path") ? { path: query.get("path") } : { year: query.get("year") ?? site.editions[0] };
  const read = () => (asked.path ? get("table", asked) : get("roster", asked));
  const name = asked.path ? t(tables.find(([path]) => path === asked.path)?.[1] ?? "table") : asked.year === undefined ? t("list") : t("rosterOf", { year: asked.year });
  const isReadOnly = site.isReadOnly;

  const choice = el("select", { onchange: () => { location.href = page("list", JSON.parse(choice.value)); } },
    site.editions.map((year) => el("option", { value: JSON.stringify({ year }) }, t("rosterOf", { year }))),
    tables.map(([path, key]) => el("option", { value: JSON.stringify({ path }) }, t(key))));
  choice.value = JSON.stringify(asked.path ? { path: asked.path } : { year: Number(asked.year) });
  const saveButton = button(t("save"), () => save(), "main");
  const past = el("a", { class: "button", href: page("history") }, t("history"));
  const head = heading(name, t("listFor"), isReadOnly ? null : saveButton, past);
  const state = el("p", { class: "saved", role: "status" });
  const over = el("div", { class: "over" });
  head.prepend(state);
  main.append(over);
  if (!asked.path && asked.year === undefined) {
    main.append(notice(t("noEdition"), [[t("new"), () => { location.href = page("content", { new: "edition" }); }, "main"]]));
    return;
  }
  let answer;
  try {
    answer = await read();
  } catch (error) {
    main.append(el("div", { class: "filters" }, labelled(t("whichTable"), choice)), notice(error.message, [], "error"));
    return;
  }
  const { path } = answer;
  past.href = page("history", { path });
  const canEdit = !isReadOnly && offers("table") && answer.isEditable !== false;
  const canMend = canEdit && offers("fix");
  if (answer.why) over.append(notice(answer.why, [[t("editAsText"), () => { location.href = page("edit", { path }); }, "main"]], "hint"));
  const tab = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
  const sheet = new Sheet(answer);

  // MARK: What is seen

  const filter = el("input", { type: "search", autocomplete: "off", placeholder: t("filterHint") });
  const count = el("p", { class: "found", role: "status" });
  const cellNote = el("div", { class: "cell-note", role: "region", "aria-label": t("cellFindings"), "aria-live": "polite" });
  const list = el("div", { class: "findings list", role: "region", "aria-label": t("findings"), tabindex: "0" });
  let findings = [];
  let order = { column: null, direction: "", places: null };
  const view = new GridView(sheet, {
    label: name,
    isReadOnly: !canEdit,
    change: (cells, rows) => { if (sheet.do(cells, rows)) changed(); },
    undo: () => step(sheet.undo(), "undo"),
    redo: () => step(sheet.redo(), "redo"),
    moved: (row, column) => showCell(row, column),
    note: say,
    sort: (column) => sort(column),
    moveRows: (by) => moveRows(by),
    paste: (block) => paste(block),
  });
  const tool = (label, action, key) => button(label, () => {
    action();
    view.focus();
  }, "quiet", { title: key ? `${label} (${key})` : null });
  const bar = el("div", { class: "toolbar", role: "toolbar", "aria-label": t("toolbar") },
    tool(t("addRow"), () => addRow()), tool(t("removeRows"), () => removeRows()), tool(t("rowUp"), () => moveRows(-1), "Alt+↑"),
    tool(t("rowDown"), () => moveRows(1), "Alt+↓"), tool(t("undo"), () => step(sheet.undo(), "undo"), "Ctrl+Z"), tool(t("redo"), () => step(sheet.redo(), "redo"), "Ctrl+Y"));
  main.classList.add("wide");
  main.append(el("div", { class: "filters" }, labelled(t("whichTable"), choice), labelled(t("filter"), filter)),
    canEdit ? bar : "", el("p", { class: "help" }, canEdit ? t("listHelp") : t("listRead")), view.element, cellNote, count, list);
  const arrangeShown = () => {
    const words = filter.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let rows = words.length ? sheet.rows.filter((row) => words.every((word) => row.cells.some((cell) => cell.toLowerCase().includes(word)))) : sheet.rows;
    // As they were when she asked for it: a row does not leave while she types in it.
    if (order.direction) {
      const place = (row) => order.places.get(row) ?? Infinity;
      rows = [...rows].sort((one, two) => (place(one) === place(two) ? 0 : place(one) - place(two)));
    }
    view.show(rows);
    count.textContent = rows.length === sheet.rows.length ? t("rowCount", { n: rows.length }) : t("rowsFound", { n: rows.length, all: sheet.rows.length });
  };
  filter.addEventListener("input", (event) => { if (!event.isComposing) arrangeShown(); });
  filter.addEventListener("compositionend", arrangeShown);
  function sort(column) {
    const turns = { "": "ascending", ascending: "descending", descending: "" };
    order = { column, direction: order.column === column ? turns[order.direction] : "ascending", places: null };
    if (order.direction) {
      const collator = new Intl.Collator("zh-Hans-u-co-pinyin", { numeric: true });
      const sign = order.direction === "ascending" ? 1 : -1;
      const sorted = [...sheet.rows].sort((one, two) => sign * collator.compare(one.cells[column], two.cells[column]));
      order.places = new Map(sorted.map((row, index) => [row, index]));
    }
    view.sorted(order.column, order.direction);
    arrangeShown();
    say(order.direction ? t("sortedNow", { column: sheet.columns[column].label }) : t("sortedNot"));
  }
  function showCell(row, column) {
    const found = row ? view.findings.get(row)?.get(sheet.columns[column].key) ?? [] : [];
    cellNote.replaceChildren(...found.map((finding) => findingItem(finding, canMend ? { mend } : {})));
  }
  function showFindings(all, rows) {
    findings = all;
    const map = new Map();
    for (const finding of all) {
      const row = rows[finding.row];
      if (!row) continue;
      const key = finding.column ?? sheet.columns[0].key;
      if (!map.has(row)) map.set(row, new Map());
      map.get(row).set(key, [...(map.get(row).get(key) ?? []), finding]);
    }
    view.mark(map);
    const go = (finding) => {
      const row = rows[finding.row];
      if (!view.shown.includes(row)) {
        filter.value = "";
        arrangeShown();
      }
      view.go(view.shown.indexOf(row), Math.max(0, sheet.columns.findIndex((column) => column.key === finding.column)));
      view.focus();
    };
    list.replaceChildren(...all.slice(0, shownFindings).map((finding) => findingItem(finding, { mend: canMend ? mend : null, go: rows[finding.row] ? go : null })),
      ...(all.length > shownFindings ? [el("p", {}, t("moreFindings", { n: all.length - shownFindings }))] : []));
    list.hidden = !all.length;
    showCell(view.shown[view.active.y], view.active.x);
  }

  // MARK: Changing

  function step(done, name) {
    if (!done) return say(t("nothingTo", { what: t(name) }));
    changed();
    const row = done.changes[0]?.row;
    const at = row ? view.shown.indexOf(row) : -1;
    if (at >= 0) view.go(at, done.changes[0].column);
  }
  function addRow() {
    const row = sheet.newRow();
    const after = view.shown[view.box.bottom];
    const at = after && !order.direction ? sheet.rows.indexOf(after) + 1 : sheet.rows.length;
    filter.value = "";
    sheet.do([], sheet.rows.toSpliced(at, 0, row));
    changed();
    view.go(view.shown.indexOf(row), 0);
  }
  function removeRows() {
    const gone = new Set(view.chosenRows);
    if (!gone.size) return;
    sheet.do([], sheet.rows.filter((row) => !gone.has(row)));
    changed();
    say(t("rowsRemoved", { n: gone.size }));
  }
  function moveRows(by) {
    if (order.direction || filter.value.trim()) return say(t("moveSorted"));
    const { top, bottom } = view.box;
    const [from, to] = by < 0 ? [top - 1, bottom] : [bottom + 1, top];
    if (from < 0 || from >= sheet.rows.length) return undefined;
    const rows = [...sheet.rows];
    rows.splice(to, 0, rows.splice(from, 1)[0]);
    sheet.do([], rows);
    changed();
    const { x } = view.active;
    view.anchor = { y: top + by, x: view.anchor.x };
    return view.go(bottom + by, x, true);
  }
  /// Sets a block from the clipboard. A first row of column names says which column is which.
  function paste(block) {
    const names = block[0].map((text) => sheet.columns.findIndex((column) => [column.label, column.key].includes(text.trim().replace(/\s+/g, ""))));
    const isHead = block.length > 1 && names.filter((index) => index >= 0).length >= Math.min(2, block[0].length);
    const rows = isHead ? block.slice(1) : block;
    const { top, bottom, left, right } = view.box;
    const columns = isHead ? names : block[0].map((_, index) => left + index);
    const isFill = rows.length === 1 && rows[0].length === 1 && (top !== bottom || left !== right);
    const cells = [];
    const set = (row, column, text) => {
      if (column >= 0 && column < sheet.columns.length && !sheet.columns[column].isReadOnly) cells.push({ row, column, value: sheet.written(column, text) });
    };
    let all = sheet.rows;
    const touched = [];
    if (isFill) view.chosenRows.forEach((row) => { for (let x = left; x <= right; x++) set(row, x, rows[0][0]); });
    else {
      const added = [];
      rows.forEach((texts, down) => {
        const row = view.shown[top + down] ?? added[added.push(sheet.newRow()) - 1];
        touched.push(row);
        texts.forEach((text, index) => set(row, columns[index] ?? -1, text));
      });
      if (added.length) {
        all = [...sheet.rows, ...added];
        filter.value = "";
      }
    }
    if (!sheet.do(cells, all === sheet.rows ? null : all)) return;
    changed();
    // Rows that a filter kept apart are no block: then the last one alone is chosen, so that the next key reaches no other.
    const places = touched.map((row) => view.shown.indexOf(row));
    const isBlock = places.every((place, index) => index === 0 || place === places[index - 1] + 1);
    if (touched.length) {
      const last = places.at(-1);
      view.anchor = { y: isBlock ? places[0] : last, x: isHead ? 0 : left };
      view.go(last, isBlock ? (isHead ? sheet.columns.length - 1 : left + block[0].length - 1) : view.anchor.x, true, false);
    }
    view.renew();
    const lost = isHead ? block[0].filter((_, index) => names[index] < 0).filter(Boolean) : [];
    say(t(isHead ? "pastedByHead" : "pastedBlock", { rows: rows.length, columns: columns.filter((index) => index >= 0).length })
      + (lost.length ? t("pastedUnknown", { names: lost.join(t("comma")) }) : ""), lost.length > 0);
  }

  const keepNow = () => {
    if (sheet.isDirty) drafts.keep(path, sheet.digest, { rows: sheet.keep(), base: sheet.base, keys: sheet.columns.map((column) => column.key) });
    else drafts.drop(path, sheet.digest);
  };
  const keepDraft = debounced(300, keepNow);
  let turn = Promise.resolve();
  const later = debounced(250, () => { turn = turn.then(tryOut); });
  function changed() {
    arrangeShown();
    showState();
    keepDraft();
    later();
  }
  function showState(words) {
    const isDirty = sheet.isDirty;
    saveButton.disabled = !isDirty;
    state.textContent = words ?? (isDirty ? t("unsaved") : "");
    state.classList.toggle("dirty", isDirty);
  }
  async function tryOut() {
    const rows = sheet.filled;
    try {
      const found = await post("try", { tab, path, digest: sheet.digest, edits: sheet.edits(), text: null });
      showFindings(found.findings, rows);
    } catch (error) {
      state.textContent = `${t("notChecked")} ${error.message}`;
    }
  }

  // MARK: Saving

  function take(now) {
    const { y, x } = view.active;
    drafts.drop(path, sheet.digest);
    sheet.take(now);
    begin();
    view.columns();
    arrangeShown();
    showFindings(now.findings, sheet.rows);
    view.go(y, x, false, false);
    showState();
  }
  function stay(error) {
    over.replaceChildren(notice(`${t("notSaved")} ${error.message}`, [[t("again"), (box) => {
      box.remove();
      save();
    }, "main"], [t("close"), (box) => box.remove(), "quiet"]], "error"));
  }
  let isSaving = false;
  async function save() {
    view.end(true);
    if (!canEdit || isSaving) return false;
    if (!sheet.isDirty) {
      say(t("nothingToSave"));
      return true;
    }
    isSaving = true;
    await person();
    showState(t("saving"));
    const [sent, before, stamp] = [sheet.sent(), sheet.digest, sheet.stamp];
    const request = { path, digest: before, edits: sheet.edits() };
    try {
      const now = await post("table", request);
      over.replaceChildren();
      drafts.drop(path, before);
      if (sheet.settle(now, sent)) {
        begin();
        view.columns();
        changed();
        showFindings(now.findings, sent.map(({ row }) => row));
      } else if (stamp === sheet.stamp) take(now);
      else over.append(notice(t("changedElsewhere"), [[t("close"), (box) => box.remove()]], "warning"));
      say(t("saved"));
      return true;
    } catch (error) {
      if (error.status === 409 && error.answer.theirs) return settle(error.answer);
      stay(error);
      return false;
    } finally {
      isSaving = false;
      showState();
    }
  }
  async function settle(found) {
    const choice = await askConflict(found);
    if (choice === null) return false;
    try {
      if (choice !== "theirs") await post("save", { path, digest: found.theirs.digest, edits: null, text: choice === "merged" ? found.merged.text : found.mine.text });
      take(await read());
      say(t(choice === "theirs" ? "changedTaken" : "saved"));
      return true;
    } catch (error) {
      stay(error);
      return false;
    }
  }
  async function mend(finding) {
    // The program carries it out on the disk, in other files too: what is here is saved first, and the finding found again.
    if (sheet.isDirty && !(await save())) return;
    const again = findings.find((other) => other.rule === finding.rule && other.message === finding.message) ?? finding;
    await person();
    try {
      await post("fix", { path, digest: sheet.digest, finding: { rule: again.rule, start: again.place?.start ?? null } });
      const [stamp, now] = [sheet.stamp, await read()];
      // What she has changed meanwhile stays; where the file is another one now, she is asked as after any change elsewhere.
      if (stamp === sheet.stamp && !sheet.isDirty) take(now);
      else if (now.digest === sheet.digest) showFindings(now.findings, sheet.filled);
      say(t("mended", { label: finding.remedy.label }));
      view.focus();
    } catch (error) {
      stay(error);
    }
  }

  async function restore(draft, isSame) {
    if (!draft.rows) return true;
    if (isSame) {
      sheet.restore(draft.rows);
      changed();
      return true;
    }
    if (!sheet.fits(draft)) {
      over.append(notice(t("draftOtherColumns"), [[t("close"), (box) => box.remove()]], "warning"));
      return false;
    }
    const missed = sheet.merge(draft);
    changed();
    over.append(notice(missed.length ? t("draftMissed", { values: missed.join(t("comma")) }) : t("draftTaken"), [[t("close"), (box) => box.remove()]], missed.length ? "warning" : "hint"));
    return true;
  }
  onChange(debounced(300, async () => {
    if (isSaving) return;
    const now = await read().catch(() => null);
    if (!now || isSaving) return;
    if (now.isEditable === false && !sheet.isDirty) location.reload();
    else if (now.digest === sheet.digest) {
      // Another file may have settled what was wrong here.
      if (!sheet.isDirty) showFindings(now.findings, sheet.rows);
    } else if (!sheet.isDirty && !view.isEditing) {
      take(now);
      say(t("changedTaken"));
    } else if (!over.childElementCount) {
      over.append(notice(t("changedElsewhere"), [[t("compare"), (box) => {
        box.remove();
        save();
      }, "main"], [t("close"), (box) => box.remove(), "quiet"]], "warning"));
    }
  }));
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      if (!document.querySelector("dialog[open]")) save();
    }
  });
  addEventListener("beforeunload", (event) => {
    view.end(true);
    if (canEdit && sheet.isDirty) {
      keepNow();
      event.preventDefault();
    }
  });
  addEventListener("pagehide", () => closeTab(tab));
  /// An empty list has a row to write in.
  function begin() { if (canEdit && sheet.columns.length && !sheet.rows.length) sheet.rows = [sheet.newRow()]; }

  begin();
  arrangeShown();
  showFindings(answer.findings, sheet.rows);
  showState();
  if (canEdit) drafts.offer(over, path, sheet.digest, restore);
  view.go(0, 0, false, false);
  view.focus();
}
