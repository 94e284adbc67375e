// Filters and sorts a list of teams; what is chosen stands in the address, so that it can be passed on. Without this
// script the whole list is there, and its links lead to the same lists by province, enterprise and method.
"use strict";

for (const table of document.querySelectorAll("table[data-filter]")) {
  const words = table.dataset;
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const textOf = (node) => node ? node.textContent : "";
  const firstText = (cell) => textOf((cell.querySelector("a") || cell).firstChild).trim();

  const heads = [...table.tHead.querySelectorAll("th")];
  const names = ["number", "team", "enterprise", "recommender", "state"];
  const groups = [...table.tBodies].map((body) => ({ body, heading: body.rows[0] }));
  const rows = groups.flatMap(({ body, heading }) => {
    const group = firstText(heading.cells[0]);
    return [...body.rows].slice(1).map((row) => ({
      row,
      body,
      values: {
        group: [group],
        enterprise: [firstText(row.cells[2])],
        recommender: [firstText(row.cells[3])],
        honor: textOf(row.querySelector(".honors")).split("、").filter(Boolean),
        method: (row.dataset.methods || "").split("、").filter(Boolean),
      },
      text: fold(`${group} ${row.textContent} ${row.dataset.methods || ""}`),
    }));
  });
  if (rows.length < 8) continue;
  // Traditional characters become simplified ones by a table that comes when somebody types what no row has.
  let simplified;
  const simplify = (text) => text.replace(/[\u4e00-\u9fff]/g, (letter) => simplified && simplified[letter] || letter);
  const letters = rows.map(({ text }) => text).join("");
  const loadSimplified = async () => {
    simplified = {};
    ({ simplified } = await import("./traditional.js"));
    for (const entry of rows) entry.text = simplify(entry.text);
    apply();
  };

  // The controls. A choice between one value is none.
  const labels = { group: words.group, enterprise: heads[2].textContent, recommender: heads[3].textContent, honor: words.honors, method: words.methods };
  const labelled = (name, text, control) => {
    control.id = `filter-${name}`;
    control.name = name;
    return make("div", {}, make("label", { htmlFor: control.id, textContent: text }), control);
  };
  const box = make("form", { className: "filter" });
  box.setAttribute("role", "search");
  box.setAttribute("aria-label", words.filter);
  const query = make("input", { type: "search", autocomplete: "off" });
  box.append(labelled("q", words.filter, query));
  const selects = new Map();
  for (const [name, label] of Object.entries(labels)) {
    const values = [...new Set(rows.flatMap((row) => row.values[name]))];
    if (values.length < 2 && !(values.length && ["honor", "method"].includes(name))) continue;
    if (name !== "group") values.sort(collator.compare);
    const select = make("select", {}, make("option", { value: "", textContent: words.all }));
    select.append(...values.map((value) => make("option", { value, textContent: value })));
    selects.set(name, select);
    box.append(labelled(name, label, select));
  }
  const clear = make("button", { type: "reset", textContent: words.clear });
  const status = make("p", { className: "muted screen-only" });
  status.setAttribute("role", "status");
  box.append(make("div", {}, clear));
  // What is printed is no complete list: that stands before it and in the head of every page.
  const printed = make("p", { className: "print-only" });
  const printedHead = make("span");
  table.tHead.rows[0].cells[0].append(printedHead);
  table.parentElement.before(box, status, printed);

  // The column by which rows are sorted, and the way; "number" is the order of the decision, with its groups.
  let sort = "number";
  let isDescending = false;
  const buttons = heads.map((head, index) => {
    const button = make("button", { type: "button", textContent: head.textContent });
    head.textContent = "";
    head.append(button);
    button.addEventListener("click", () => {
      isDescending = sort === names[index] && !isDescending;
      sort = names[index];
      order();
      remember();
    });
    return button;
  });

  // Rows that are sorted stand without the headings of their groups, and say themselves to which they belong.
  const sorted = make("tbody");
  const groupHead = make("th", { scope: "col", textContent: words.group });
  const groupCells = new Map(rows.map(({ row, values }) => [row, make("td", { textContent: values.group[0] })]));
  const order = () => {
    const column = names.indexOf(sort);
    const isInGroups = sort === "number" && !isDescending;
    heads.forEach((head, index) => {
      if (index === column) head.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    table.classList.toggle("is-sorted", !isInGroups);
    if (isInGroups) {
      for (const { row, body } of rows) {
        groupCells.get(row).remove();
        body.append(row);
      }
      groupHead.remove();
      sorted.remove();
    } else {
      const key = ({ row }) => row.cells[column].textContent.trim();
      const way = isDescending ? -1 : 1;
      const inOrder = rows.map((entry) => [key(entry), entry.row]).sort((a, b) => way * collator.compare(a[0], b[0]));
      for (const [, row] of inOrder) {
        row.append(groupCells.get(row));
        sorted.append(row);
      }
      heads[0].parentElement.append(groupHead);
      table.append(sorted);
    }
  };

  const apply = () => {
    const typed = fold(query.value);
    if (!simplified && (typed.match(/[\u4e00-\u9fff]/g) || []).some((letter) => !letters.includes(letter))) loadSimplified();
    const wanted = simplify(typed).split(/\s+/).filter(Boolean);
    const chosen = [...selects].filter(([, select]) => select.value);
    let shown = 0;
    for (const { row, values, text } of rows) {
      row.hidden = !(wanted.every((word) => text.includes(word)) && chosen.every(([name, select]) => values[name].includes(select.value)));
      if (!row.hidden) shown += 1;
    }
    // By the list, not by the table: rows that are sorted stand elsewhere.
    const groupsShown = new Set(rows.filter(({ row }) => !row.hidden).map(({ body }) => body));
    for (const { body, heading } of groups) heading.hidden = !groupsShown.has(body);
    const isFiltered = wanted.length > 0 || chosen.length > 0;
    clear.disabled = !isFiltered;
    const count = words.count.replace("{shown}", shown).replace("{all}", rows.length);
    status.textContent = isFiltered ? count + (shown ? "" : words.none) : "";
    const choice = [query.value.trim(), ...chosen.map(([, select]) => select.value)].filter(Boolean).join(" + ");
    printed.textContent = isFiltered ? `${words.chosen.replace("{choice}", () => choice)} · ${count}` : "";
    printedHead.textContent = isFiltered ? ` · ${printed.textContent}` : "";
  };

  const remember = () => {
    const address = new URL(location.href);
    address.search = "";
    if (query.value.trim()) address.searchParams.set("q", query.value.trim());
    for (const [name, select] of selects) if (select.value) address.searchParams.set(name, select.value);
    if (sort !== "number" || isDescending) address.searchParams.set("sort", (isDescending ? "-" : "") + sort);
    history.replaceState(null, "", address);
  };
  const recall = () => {
    const asked = new URLSearchParams(location.search);
    query.value = asked.get("q") || "";
    for (const [name, select] of selects) {
      select.value = asked.get(name) || "";
      if (select.selectedIndex < 0) select.value = "";
    }
    const by = asked.get("sort") || "number";
    isDescending = by.startsWith("-");
    sort = names.includes(by.replace("-", "")) ? by.replace("-", "") : "number";
    order();
    apply();
  };

  box.addEventListener("input", () => { apply(); remember(); });
  box.addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("reset", () => setTimeout(() => { apply(); remember(); query.focus(); }));
  // A page that comes back from the browser's store keeps what was chosen; one that is opened reads its address.
  addEventListener("pageshow", recall);
  recall();
}
