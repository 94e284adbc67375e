// A filter box over the rows of a list. Without this script the whole list is there.
"use strict";

for (const table of document.querySelectorAll("table[data-filter]")) {
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const rows = [...table.querySelectorAll("tbody tr:not(.group-row)")].map((row) => ({ row, text: fold(row.textContent) }));
  const box = document.createElement("div");
  box.className = "filter";
  const label = document.createElement("label");
  label.textContent = table.dataset.filter;
  const input = document.createElement("input");
  input.type = "search";
  input.id = "filter-input";
  label.htmlFor = input.id;
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  count.className = "muted";
  box.append(label, input, count);
  table.parentElement.before(box);

  input.addEventListener("input", () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      const matches = words.every((word) => text.includes(word));
      row.hidden = !matches;
      if (matches) shown += 1;
    }
    for (const body of table.tBodies) {
      const heading = body.querySelector(".group-row");
      if (heading) heading.hidden = ![...body.rows].some((row) => row !== heading && !row.hidden);
    }
    count.textContent = words.length ? `${shown} / ${rows.length}` : "";
  });
}
