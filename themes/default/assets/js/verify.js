// Looks up a title in the index of all records. Without this script the page leads to the lists.
"use strict";

const form = document.querySelector("[data-index]");
if (form) {
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const label = document.createElement("label");
  label.textContent = form.dataset.label;
  const input = document.createElement("input");
  input.type = "search";
  input.id = "verify-input";
  label.htmlFor = input.id;
  const box = document.createElement("div");
  box.className = "filter";
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.className = "muted";
  const list = document.createElement("ul");
  list.className = "rows";
  box.append(label, input);
  form.append(box, status, list);

  let items;
  const load = async () => {
    if (items) return items;
    const response = await fetch(form.dataset.index);
    if (!response.ok) throw new Error(String(response.status));
    const index = await response.json();
    items = index.items.map((item) => ({ item, text: fold(`${item[0]} ${item[1]} ${item[6]}`) }));
    return items;
  };
  const states = { h: form.dataset.held, w: form.dataset.withdrawn, p: form.dataset.publicity };
  const show = (found, isCut) => {
    list.replaceChildren(...found.map(({ item: [team, enterprise, year, url, state, province, present] }) => {
      const row = document.createElement("li");
      const link = document.createElement("a");
      link.href = url;
      link.textContent = team;
      const facts = document.createElement("p");
      facts.className = "muted";
      facts.textContent = [enterprise, present, province, year, states[state]].filter(Boolean).join(" · ");
      row.append(link, facts);
      return row;
    }));
    status.textContent = found.length ? `${found.length}${isCut ? "+" : ""}` : form.dataset.none;
  };
  input.addEventListener("input", async () => {
    const words = input.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) { list.replaceChildren(); status.textContent = ""; return; }
    try {
      const matches = (await load()).filter(({ text }) => words.every((word) => text.includes(word)));
      show(matches.slice(0, 50), matches.length > 50);
    } catch {
      status.textContent = form.dataset.failed;
    }
  });
}
