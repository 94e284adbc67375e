// Elements, dialogs and what is said to a person. Text always goes in as text, never as HTML.
import { t } from "./words.js";

/// Makes an element. `on…` attributes are listeners, `false` and `null` leave an attribute out, `true` sets an empty one.
export function el(name, attributes = {}, ...children) {
  const item = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) item.addEventListener(key.slice(2), value);
    else if (key === "value" || key === "checked") item[key] = value;
    else if (value !== false && value !== null && value !== undefined) item.setAttribute(key, value === true ? "" : value);
  }
  item.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return item;
}

let last = 0;
/// A name that no other element of the page has.
export function unique(prefix) { return `${prefix}-${++last}`; }

/// A button; `kind` is `main`, `quiet` or empty.
export function button(label, onclick, kind = "", attributes = {}) {
  return el("button", { type: "button", class: kind, onclick, ...attributes }, label);
}

const polite = el("p", { class: "said", role: "status" });
let silence = 0;
/// Says a sentence at the foot of the page and to screen readers.
export function say(text, isLasting = false) {
  if (!polite.isConnected) document.body.append(polite);
  clearTimeout(silence);
  polite.textContent = text;
  if (!isLasting) silence = setTimeout(() => { polite.textContent = ""; }, 6000);
}

/// A notice that stays until it is answered; nothing else is taken away by it.
export function notice(text, actions = [], kind = "") {
  const box = el("div", { class: `notice ${kind}`, role: "alert" }, el("p", {}, text));
  const row = el("div", { class: "actions" });
  for (const [label, action, look] of actions) row.append(button(label, () => action(box), look ?? ""));
  if (actions.length) box.append(row);
  return box;
}

/// Asks in a dialog. Resolves with what the chosen action returns, or `null` when the dialog is left.
/// - actions: `[label, value(), kind]`; the one that is `main` answers to Enter. - leave: what the button says that leaves it.
export function ask(title, body, actions, kind = "", leave = t("cancel")) {
  return new Promise((resolve) => {
    const heading = el("h2", { id: unique("title") }, title);
    const form = el("form", { method: "dialog" }, heading, el("div", { class: "inside" }, body));
    const dialog = el("dialog", { class: kind, "aria-labelledby": heading.id }, form);
    let answer = null;
    const done = async (make) => {
      const value = await make();
      // An action that returns `undefined` keeps the dialog open: something is still missing.
      if (value === undefined) return;
      answer = value;
      dialog.close();
    };
    const row = el("div", { class: "actions" });
    row.append(button(leave, () => dialog.close(), "quiet"));
    for (const [label, make, look] of actions) row.append(button(label, () => done(make), look ?? ""));
    form.append(row);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const main = actions.find((action) => action[2] === "main");
      if (main) done(main[1]);
    });
    form.addEventListener("keydown", (event) => {
      // Enter confirms a candidate of the input method, and is no answer to the dialog then.
      if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.preventDefault();
      else if (event.key === "Enter" && event.target.tagName === "INPUT" && !event.defaultPrevented) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    const before = document.activeElement;
    dialog.addEventListener("close", () => {
      dialog.remove();
      before?.focus?.();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
    (dialog.querySelector("[autofocus]") ?? dialog.querySelector(".inside :is(input, select, textarea)"))?.focus();
  });
}

/// A label above something to fill in.
export function labelled(label, input, help = "") {
  if (!input.id) input.id = unique("input");
  const hint = help ? el("p", { class: "help", id: unique("help") }, help) : null;
  if (hint) input.setAttribute("aria-describedby", hint.id);
  return el("div", { class: "field" }, el("label", { for: input.id }, label), input, hint);
}

/// Buttons of which arrows choose one: tabs and tool bars take one stop of the Tab key.
export function rove(container, selector) {
  const items = () => [...container.querySelectorAll(selector)].filter((item) => !item.disabled);
  const settle = (chosen) => items().forEach((item) => { item.tabIndex = item === chosen ? 0 : -1; });
  container.addEventListener("keydown", (event) => {
    const all = items();
    const at = all.indexOf(event.target.closest(selector));
    if (at < 0) return;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = all[(to + all.length) % all.length];
    settle(next);
    next.focus();
  });
  settle(items()[0]);
  return settle;
}

/// Tabs over panels; `onShow(key)` is told which is shown.
/// - parts: `[key, label, panel]`
export function tabs(label, parts, onShow = () => {}) {
  const list = el("div", { role: "tablist", "aria-label": label });
  const buttons = new Map();
  for (const [key, name, panel] of parts) {
    panel.id ||= unique("panel");
    panel.setAttribute("role", "tabpanel");
    const tab = el("button", { type: "button", role: "tab", id: unique("tab"), "aria-controls": panel.id }, name);
    panel.setAttribute("aria-labelledby", tab.id);
    tab.addEventListener("click", () => show(key));
    tab.addEventListener("focus", () => show(key));
    buttons.set(key, { tab, panel });
    list.append(tab);
  }
  const settle = rove(list, "[role=tab]");
  let shown = null;
  function show(key) {
    if (shown === key) return;
    shown = key;
    for (const [name, { tab, panel }] of buttons) {
      tab.setAttribute("aria-selected", name === key);
      panel.classList.toggle("shown", name === key);
    }
    settle(buttons.get(key).tab);
    onShow(key);
  }
  const rename = (key, name) => { buttons.get(key).tab.textContent = name; };
  return { list, show, rename, get shown() { return shown; } };
}

/// Calls at most once, `delay` milliseconds after the last time it was asked.
export function debounced(delay, action) {
  let timer = 0;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

/// A day as people read it: 2026年11月25日; in English as 2026-11-25.
export function dayWords(iso) {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
  if (!found) return iso ?? "";
  return t("day", { year: found[1], month: Number(found[2]), day: Number(found[3]), iso: found[0] });
}

const language = document.documentElement.lang || "zh-CN";
/// A time of the day, of a `Date`.
export function clock(date) { return date.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }); }
/// A day and time, of a `Date`, without the year.
export function moment(date) { return `${date.toLocaleDateString(language, { month: "long", day: "numeric" })} ${clock(date)}`; }
