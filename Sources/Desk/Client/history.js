// 历史: every change in words, by day and person; what one change did; taking back a change, a file, or the site as of a moment.
import { get, offers, onChange, page, post } from "./api.js";
import { ask, button, clock, dayWords, debounced, el, notice, say } from "./dom.js";
import { beside } from "./pieces.js";
import { t } from "./words.js";

const pageSize = 50;

export async function start({ site, main, heading, person }) {
  const path = new URLSearchParams(location.search).get("path");
  const titles = new Map((await get("list").catch(() => ({ items: [] }))).items.map((item) => [item.path, item.title]));
  heading(t("history"), path ? t("historyOfFile", { name: fileName(path) }) : t("historyFor"),
    path ? el("a", { class: "button", href: page("history") }, t("historyAll")) : null,
    path?.endsWith(".md") ? el("a", { class: "button main", href: page("edit", { path }) }, t("edit")) : null);
  const over = el("div", { class: "over" });
  const days = el("div", { class: "days" });
  const more = button(t("older"), () => load());
  const empty = el("p", { class: "empty" }, t("historyEmpty"));
  main.append(over, empty, days, more);
  const canRestore = !site.isReadOnly && offers("takeback");
  let changes = [];

  const local = (time) => new Date(time * 1000);
  const dayOf = (time) => {
    const date = local(time);
    return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  async function load() {
    const answer = await get("history", { path, limit: pageSize, before: changes.at(-1)?.id });
    changes.push(...answer.changes);
    more.hidden = !answer.more;
    show();
  }
  async function renew() {
    const answer = await get("history", { path, limit: Math.max(pageSize, changes.length) }).catch(() => null);
    if (!answer) return;
    // What is open stays open.
    const open = new Set([...days.querySelectorAll("details[open]")].map((item) => item.dataset.id));
    ({ changes } = answer);
    more.hidden = !answer.more;
    show();
    days.querySelectorAll("details").forEach((item) => { item.open = open.has(item.dataset.id); });
  }
  function show() {
    empty.hidden = changes.length > 0;
    const groups = new Map();
    for (const change of changes) {
      const day = dayOf(change.time);
      if (!groups.has(day)) groups.set(day, []);
      groups.get(day).push(change);
    }
    days.replaceChildren(...[...groups].map(([day, items]) => el("section", {}, el("h2", {}, dayWords(day)), el("ol", { class: "changes" }, items.map(row)))));
  }
  function row(change) {
    const inside = el("div", { class: "what-changed" });
    // `editor` is what the history calls somebody who has not said a name.
    const who = change.origin === "elsewhere" ? t("elsewhere") : !change.person || change.person === "editor" ? t("nobody") : change.person;
    const details = el("details", { "data-id": change.id }, el("summary", {},
      el("time", { datetime: local(change.time).toISOString() }, clock(local(change.time))), " ", el("strong", {}, change.sentence),
      el("span", { class: "help" }, ` ${who} · ${t("files", { n: change.files.length })}`),
      change.isTakenBack ? el("span", { class: "chip" }, t("takenBack")) : null), inside);
    details.addEventListener("toggle", () => { if (details.open && !inside.childElementCount) fill(change, inside); });
    return el("li", { class: change.isTakenBack ? "back" : null }, details);
  }
  async function fill(change, inside) {
    inside.append(el("p", { class: "help" }, t("loading")));
    try {
      const { differences } = await get("change", { id: change.id });
      const parts = differences.map(({ path: file, pieces, isText }) => el("section", {},
        el("h3", {}, fileName(file), " ", el("span", { class: "help" }, t(`file-${change.files.find((item) => item.path === file)?.what ?? "changed"}`))),
        isText === false ? el("p", { class: "help" }, t("noText")) : beside(pieces),
        el("div", { class: "actions" },
          file.endsWith(".md") ? el("a", { class: "button small", href: page("edit", { path: file }) }, t("edit")) : null,
          !canRestore ? null : button(t("restoreFile"), () => takeBack({ path: file, at: change.id }, t("restoreFileTitle")), "small",
            { "aria-label": `${t("restoreFile")}: ${fileName(file)}` }))));
      inside.replaceChildren(...parts);
      if (canRestore) inside.append(el("div", { class: "actions" },
        change.isTakenBack || change.origin === "beginning" ? null : button(t("takeBack"), () => takeBack({ change: change.id }, t("takeBackTitle")), "main", { "aria-label": `${t("takeBack")}: ${change.sentence}` }),
        button(t("restoreAll"), () => takeBack({ all: true, at: change.id }, t("restoreAllTitle")), "", { "aria-label": `${t("restoreAll")}: ${dayWords(dayOf(change.time))} ${clock(local(change.time))}` })));
    } catch (error) {
      inside.replaceChildren(notice(error.message, [], "error"));
    }
  }
  /// A file by its title; one that has none by its way.
  function fileName(file) {
    const year = /^content\/awards\/(\d{4})\/roster\.\w+$/.exec(file)?.[1];
    const list = { "content/associations.yaml": "associations", "content/enterprises.yaml": "enterprises" }[file];
    return year ? t("rosterOf", { year }) : list ? t(list) : titles.get(file) || file.replace(/^content\//, "");
  }

  /// Says first what will happen, and does it after a yes.
  async function takeBack(request, title) {
    over.replaceChildren();
    try {
      const trial = await post("takeback", { ...request, isTrial: true });
      if (!trial.files?.length) {
        say(t("nothingToTakeBack"));
        return;
      }
      const findings = (list, name) => (list?.length
        ? el("div", {}, el("p", {}, t(name, { n: list.length })), el("ul", {}, list.slice(0, 8).map((finding) => el("li", {}, finding.message)))) : null);
      const body = el("div", {}, el("p", {}, trial.sentence),
        el("ul", {}, trial.files.slice(0, 20).map((file) => el("li", {}, `${fileName(file.path)} ${t(`file-${file.what}`)}`)),
          trial.files.length > 20 ? el("li", {}, t("moreFiles", { n: trial.files.length - 20 })) : null),
        findings(trial.added, "findingsAdded"), findings(trial.removed, "findingsRemoved"), el("p", { class: "help" }, t("takeBackHelp")));
      if (!(await ask(title, body, [[t("takeBackYes"), () => true, "main"]]))) return;
      await person();
      await post("takeback", request);
      say(t("takenBackNow"), true);
      await renew();
      scrollTo({ top: 0 });
    } catch (error) {
      over.replaceChildren(notice(error.message, [[t("close"), (box) => box.remove(), "quiet"]], "error"));
      scrollTo({ top: 0 });
    }
  }

  await load();
  onChange(debounced(300, renew));
}
