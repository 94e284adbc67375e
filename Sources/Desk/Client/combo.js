// A field that finds as one types and lets arrows or the mouse pick.
import { debounced, el, unique } from "./dom.js";
import { t } from "./words.js";

/// - search: from what was typed to `[{value, label, detail?}]`, at once or later.
/// - pick: told what was chosen.
/// Returns the elements and the input; `close()` folds the list.
export function combo({ label, search, pick, placeholder = "", value = "" }) {
  const list = el("ul", { role: "listbox", id: unique("options"), "aria-label": label, hidden: true });
  const input = el("input", {
    type: "text", role: "combobox", "aria-label": label, "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list",
    autocomplete: "off", spellcheck: "false", placeholder, value,
  });
  let items = [];
  let active = -1;
  let asked = 0;

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function light(index) {
    active = index;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", at === index));
    const chosen = list.children[index];
    if (!chosen) return;
    input.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  }
  function take(index) {
    const item = items[index];
    close();
    if (item) pick(item, input);
  }
  async function show() {
    const turn = ++asked;
    const found = await search(input.value.trim());
    if (turn !== asked || document.activeElement !== input) return;
    items = found;
    list.replaceChildren(...items.map((item, index) => el("li", {
      role: "option", id: unique("option"), "aria-selected": "false",
      // Before the input loses the focus.
      onmousedown: (event) => {
        event.preventDefault();
        take(index);
      },
    }, item.label, item.detail ? el("span", { class: "help" }, item.detail) : null)));
    if (!items.length) list.append(el("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, t("foundNone")));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    active = -1;
  }
  const later = debounced(120, show);
  input.addEventListener("input", (event) => { if (!event.isComposing) later(); });
  input.addEventListener("compositionend", later);
  input.addEventListener("click", show);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return void show();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (items.length) light((active + step + items.length) % items.length);
    } else if (event.key === "Enter" && !list.hidden && items.length) {
      event.preventDefault();
      take(Math.max(active, 0));
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  return { element: el("div", { class: "combo" }, input, list), input, close };
}
