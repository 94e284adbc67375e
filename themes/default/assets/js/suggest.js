// Suggestions while somebody types: teams by their names, and what was searched in this browser before. A combobox with a list
// (WAI-ARIA 1.2): the focus stays in the field, the arrows go through the list.
import { openIndex } from "./search/index.js";
import { finderOf } from "./search/finding.js";

const most = 6;
const wait = 150;
let opening;

// - input: its `data-suggest` is the folder of the index of titles, or empty for what was searched before alone.
export const suggestTo = (input, recentKey) => {
  const words = input.form.dataset;
  const list = document.createElement("ul");
  list.id = input.id + "-suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.suggestions);
  input.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]])
    input.setAttribute(name, value);

  let turn = 0, timer, active = -1, offered = [];
  const show = (options) => {
    offered = options;
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.textContent = "";
    options.forEach(({ title, note }, place) => {
      const option = document.createElement("li"), small = document.createElement("span");
      option.id = `${list.id}-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      small.className = "muted";
      small.textContent = note;
      option.append(title, " ", small);
      list.append(option);
    });
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
  };
  const choose = (place) => {
    const { title, url } = offered[place];
    show([]);
    if (url) return location.assign(url);
    input.value = title;
    // A search of before is searched again.
    input.form.querySelector("button").click();
  };
  const recent = () => {
    if (!words.recent) return [];
    try {
      return (JSON.parse(localStorage.getItem(recentKey)) || []).map((title) => ({ title, note: words.recent }));
    } catch {
      // A browser that keeps nothing.
      return [];
    }
  };
  const namesOf = async (typed) => {
    opening = opening || openIndex(input.dataset.suggest).then(finderOf);
    const index = await opening, exact = await index.findExactly(typed);
    let { hits } = exact;
    if (!hits.length) hits = (await (await import("./nearest.js")).findNearly(index, typed, [], [])).hits;
    const pages = hits.slice(0, most), records = await Promise.all(pages.map(index.getRecord));
    return records.map(([url, , title, , enterprise], at) =>
      ({ url, title, note: `${index.facets[0].of[pages[at]]} · ${enterprise.split(" · ")[0]}` }));
  };
  const update = async () => {
    const own = ++turn, typed = input.value.trim();
    let options = [];
    if (!typed) options = recent();
    else if (input.dataset.suggest) try {
      options = await namesOf(typed);
    } catch {
      // Without suggestions the search goes on as it would.
      opening = null;
    }
    if (own == turn && input == document.activeElement) show(options);
  };
  input.addEventListener("input", ({ isComposing }) => {
    clearTimeout(timer);
    if (!isComposing) timer = setTimeout(update, wait);
  });
  input.addEventListener("compositionend", update);
  input.addEventListener("focus", update);
  input.addEventListener("blur", () => {
    turn++;
    show([]);
  });
  input.addEventListener("keydown", (event) => {
    const { key, isComposing } = event, step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (isComposing || list.hidden) return;
    if (key == "Escape") show([]);
    else if (key == "Enter" && active >= 0) choose(active);
    else if (step) {
      const options = [...list.children];
      // Behind the last one comes the field again.
      active = (active + 1 + step + options.length + 1) % (options.length + 1) - 1;
      options.forEach((option, place) => option.setAttribute("aria-selected", String(place == active)));
      if (active < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", options[active].id);
        options[active].scrollIntoView({ block: "nearest" });
      }
    } else return;
    event.preventDefault();
  });
  // The field keeps the focus.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => choose([...list.children].indexOf(target.closest("li"))));
  update();
};
