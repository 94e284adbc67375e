// A filter box over the rows of a year's list. Without this script the whole list is there.
"use strict";

for (const table of document.querySelectorAll("table[data-filter]")) {
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const groups = [...table.tBodies].map((body) => {
    const heading = body.querySelector(".group-row");
    const name = heading ? fold(heading.textContent) : "";
    const rows = [...body.rows].filter((row) => row !== heading);
    return { heading, rows: rows.map((row) => ({ row, text: `${name} ${fold(row.textContent)}` })) };
  });
  const all = groups.reduce((sum, group) => sum + group.rows.length, 0);

  const label = document.createElement("label");
  const input = document.createElement("input");
  const count = document.createElement("span");
  const box = document.createElement("div");
  input.type = "search";
  input.id = "filter-input";
  label.htmlFor = input.id;
  label.textContent = table.dataset.filter;
  count.setAttribute("role", "status");
  count.className = "muted";
  box.className = "filter";
  box.append(label, input, count);
  table.parentElement.before(box);

  const apply = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { heading, rows } of groups) {
      let inGroup = 0;
      for (const { row, text } of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) inGroup += 1;
      }
      if (heading) heading.hidden = inGroup === 0;
      shown += inGroup;
    }
    count.textContent = words.length ? table.dataset.count.replace("{shown}", shown).replace("{all}", all) : "";
  };
  input.addEventListener("input", apply);
  // A browser that goes back fills in what was typed before.
  apply();
}
