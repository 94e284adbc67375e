// 今天: what waits, most urgent first, each with the one button that leads to where it is mended.
import { get, onChange, page } from "./api.js";
import { dayWords, debounced, el } from "./dom.js";
import { t } from "./words.js";

export async function start({ heading, main }) {
  const box = el("div", { class: "today" });
  let content = await get("today");
  heading(content.isBeginning ? t("beginTitle") : t("today"), content.isBeginning ? t("beginFor") : t("todayFor"),
    el("a", { class: "button", href: page("check/") }, t("figures")));
  main.append(box);
  const show = () => box.replaceChildren(...(content.isBeginning ? [steps(content), ...(content.todos.length ? [waiting(content)] : [])] : [waiting(content), steps(content)]), dates(content));
  show();
  onChange(debounced(300, async () => {
    content = await get("today").catch(() => content);
    show();
  }));
}

function urgency(todo) { return todo.urgency <= 1 ? "error" : todo.urgency === 2 ? "warning" : "hint"; }

function waiting({ todos, findings }) {
  const sum = findings.errors
    ? t("sumErrors", { errors: findings.errors, warnings: findings.warnings })
    : findings.warnings ? t("sumWarnings", { warnings: findings.warnings }) : t("sumClear");
  const state = findings.errors ? "error" : findings.warnings ? "warning" : "clear";
  const list = el("ol", { class: "todos" }, todos.map((todo, index) => el("li", { class: urgency(todo) },
    el("div", {}, el("p", { class: "what" }, todo.text), todo.detail ? el("p", { class: "help" }, todo.detail) : null),
    todo.link ? el("a", {
      class: index === 0 ? "button main" : "button", href: todo.link.href,
      "aria-label": `${todo.link.label}: ${todo.text}`,
    }, todo.link.label) : null)));
  return el("section", {}, el("h2", {}, t("waiting")), el("p", { class: `sum ${state}` }, sum),
    todos.length ? list : el("p", { class: "empty" }, t("nothingWaits")));
}

/// The steps that are left; of a year those that are done lie below, folded.
function steps({ steps: all, isBeginning, todos }) {
  if (!all.length) return "";
  const next = all.find((step) => !step.isDone);
  const list = (some) => el("ol", { class: "steps" }, some.map((step) => el("li", { class: step.isDone ? "done" : "" },
    el("span", { class: "sign", "aria-hidden": "true" }, step.isDone ? "✓" : String(all.indexOf(step) + 1)),
    el("div", {}, el("p", { class: "what" }, step.text), el("p", { class: "state" }, step.isDone ? t("stepDone") : t("stepOpen"))),
    step.href ? el("a", {
      class: step === next && (isBeginning || !todos.length) ? "button main" : "button", href: step.href,
      "aria-label": `${step.isDone ? t("look") : step.label}: ${step.text}`,
    }, step.isDone ? t("look") : step.label) : null)));
  const done = all.filter((step) => step.isDone);
  return el("section", {}, el("h2", {}, isBeginning ? t("beginSteps") : t("nextSteps")),
    isBeginning ? list(all) : [list(all.filter((step) => !step.isDone)),
      done.length ? el("details", {}, el("summary", {}, t("stepsDone", { n: done.length })), list(done)) : ""]);
}

function dates({ dates: all }) {
  return el("section", {}, el("h2", {}, t("dates")),
    all.length
      ? el("ul", { class: "dates" }, all.map((item) => el("li", {}, el("time", { datetime: item.date }, dayWords(item.date)), " ", item.text)))
      : el("p", { class: "empty" }, t("noDates")));
}
