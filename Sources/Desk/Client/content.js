// 内容: everything that is written, found as one types; new things by their title alone.
import { get, offers, onChange, page, post } from "./api.js";
import { combo } from "./combo.js";
import { ask, button, dayWords, debounced, el, labelled, notice, say, unique } from "./dom.js";
import { t } from "./words.js";

const shownAtOnce = 100;

export async function start({ site, heading, main, kindName, person }) {
  const query = new URLSearchParams(location.search);
  const state = { kind: query.get("kind") ?? "", state: query.get("filter") ?? "", text: query.get("q") ?? "", count: shownAtOnce };
  let items = (await get("list")).items;
  const chosen = new Set();
  const canCreate = site.kinds.filter((kind) => kind.canCreate && offers("new") && (kind.kind !== "writeup" || offers("references")));
  heading(t("content"), t("contentFor"),
    !site.isReadOnly && canCreate.length ? button(t("new"), () => create({ site, kinds: canCreate, kind: state.kind, person }), "main") : null,
    offers("today") ? null : el("a", { class: "button", href: page("check/") }, t("figures")));

  const find = el("input", { type: "search", value: state.text, placeholder: t("findHint"), autocomplete: "off" });
  const kinds = el("select", {}, el("option", { value: "" }, t("allKinds")),
    site.kinds.map((kind) => el("option", { value: kind.kind }, kind.label)));
  kinds.value = state.kind;
  const states = el("select", {}, [["", "allStates"], ["draft", "drafts"], ["findings", "withFindings"]]
    .map(([value, name]) => el("option", { value }, t(name))));
  states.value = state.state;
  const found = el("p", { class: "found", role: "status" });
  const list = el("ul", { class: "items" });
  const more = button(t("more"), () => {
    state.count += shownAtOnce * 5;
    show();
  });
  const publish = button("", publishChosen, "main");
  const bar = el("div", { class: "chosen-bar", hidden: true }, publish);
  main.append(el("div", { class: "filters", role: "search" },
    labelled(t("find"), find), labelled(t("kind"), kinds), labelled(t("state"), states)), found, bar, list, more);

  const renew = () => {
    const next = new URLSearchParams(Object.entries({ kind: state.kind, filter: state.state, q: state.text }).filter((pair) => pair[1]));
    history.replaceState(null, "", location.pathname + (next.size ? "?" + next : ""));
    state.count = shownAtOnce;
    show();
  };
  find.addEventListener("input", (event) => {
    if (event.isComposing) return;
    state.text = find.value.trim();
    renew();
  });
  find.addEventListener("compositionend", () => {
    state.text = find.value.trim();
    renew();
  });
  kinds.addEventListener("change", () => { state.kind = kinds.value; renew(); });
  states.addEventListener("change", () => { state.state = states.value; renew(); });

  function matching() {
    const words = state.text.toLowerCase().split(/\s+/).filter(Boolean);
    return items.filter((item) => (!state.kind || item.kind === state.kind)
      && (state.state !== "draft" || item.isDraft)
      && (state.state !== "findings" || item.errors + item.warnings > 0)
      && words.every((word) => [item.title, item.team, item.enterprise, item.year, item.path, kindName(item.kind)]
        .some((part) => part !== undefined && String(part).toLowerCase().includes(word))));
  }
  function row(item) {
    const parts = [kindName(item.kind), item.year ? t("year", { year: item.year }) : "", item.enterprise ?? "", item.date ? dayWords(item.date) : ""];
    // The state of a year is no mark of a draft: it is an act of its own.
    const choose = item.isDraft && item.kind !== "edition" && !site.isReadOnly && offers("publish")
      ? el("input", { type: "checkbox", checked: chosen.has(item.path), "aria-label": t("choose", { title: item.title }),
        onchange: (event) => {
          if (event.target.checked) chosen.add(item.path); else chosen.delete(item.path);
          showChosen();
        } }) : null;
    return el("li", {}, choose, el("div", {},
      el("a", { href: page("edit", { path: item.path }) }, item.title || t("untitled")),
      el("p", { class: "help" }, parts.filter(Boolean).join(" · "))),
    el("div", { class: "chips" },
      item.isDraft ? el("span", { class: "chip" }, t("draft")) : null,
      item.errors ? el("span", { class: "chip error" }, t("errors", { n: item.errors })) : null,
      item.warnings ? el("span", { class: "chip warning" }, t("warnings", { n: item.warnings })) : null));
  }
  function show() {
    const all = matching();
    list.replaceChildren(...all.slice(0, state.count).map(row));
    more.hidden = all.length <= state.count;
    found.textContent = all.length ? t("foundCount", { n: all.length }) : items.length ? t("foundNone") : t("contentEmpty");
    showChosen();
  }
  function showChosen() {
    bar.hidden = chosen.size === 0;
    publish.textContent = t("publishChosen", { n: chosen.size });
  }
  async function publishChosen() {
    await person();
    const paths = [...chosen];
    const names = el("ul", {}, paths.map((path) => el("li", {}, items.find((item) => item.path === path)?.title ?? path)));
    const isSure = await ask(t("publishTitle"), el("div", {}, el("p", {}, t("publishAsk")), names), [[t("publishChosen", { n: paths.length }), () => true, "main"]]);
    if (!isSure) return;
    try {
      const documents = await Promise.all(paths.map((path) => get("document", { path })));
      const { results } = await post("publish", { paths, digests: documents.map((item) => item.digest) });
      const refused = results.filter((result) => !result.isDone);
      chosen.clear();
      refused.forEach((result) => bar.after(notice(
        `${items.find((item) => item.path === result.path)?.title ?? ""}: ${result.message ?? ""}`,
        [[t("close"), (box) => box.remove()]], "error")));
      say(t("publishedCount", { n: results.length - refused.length }));
      await reload();
    } catch (error) {
      say(error.message, true);
    }
  }
  async function reload() {
    items = (await get("list").catch(() => ({ items }))).items;
    show();
  }
  onChange(debounced(400, reload));
  show();
  if (query.has("new") && !site.isReadOnly) create({ site, kinds: canCreate, kind: query.get("new"), person });
}

/// Asks for the title alone, or for the team or year that gives it; the name in addresses is proposed by the program and shown on request.
async function create({ site, kinds, kind, person }) {
  const choice = el("select", {}, kinds.map((item) => el("option", { value: item.kind }, item.label)));
  if (kinds.some((item) => item.kind === kind)) choice.value = kind;
  const title = el("input", { type: "text", autofocus: true, autocomplete: "off" });
  const year = el("select", {}, site.editions.map((value) => el("option", { value }, t("year", { year: value }))));
  const newYear = el("input", { type: "text", inputmode: "numeric", value: new Date().getFullYear() });
  const id = el("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  const wrong = el("p", { class: "wrong", role: "alert", id: unique("wrong") });
  let picked = null;
  const team = combo({
    label: t("team"), placeholder: t("teamHint"),
    search: async (q) => (await get("references", { kind: "team", year: year.value, q }).catch(() => ({ items: [] }))).items,
    pick(item, input) {
      picked = item;
      input.value = item.label;
    },
  });
  team.input.addEventListener("input", () => { picked = null; });
  const titles = labelled(t("newTitle"), title, t("newTitleHelp"));
  title.setAttribute("aria-describedby", wrong.id);
  const years = labelled(t("edition"), year);
  const newYears = labelled(t("edition"), newYear);
  const teams = el("div", { class: "field" }, el("span", { class: "label", "aria-hidden": "true" }, t("team")), team.element);
  const more = el("details", {}, el("summary", {}, t("idShow")), labelled(t("id"), id, t("idHelp")));
  const isTeam = () => ["writeup", "team"].includes(choice.value);
  const isYear = () => choice.value === "edition";
  const settle = () => {
    [years.hidden, teams.hidden, newYears.hidden] = [!isTeam(), !isTeam(), !isYear()];
    titles.hidden = more.hidden = isTeam() || isYear();
  };
  choice.addEventListener("change", settle);
  settle();
  const missing = (words, input) => {
    wrong.textContent = t(words);
    input.focus();
  };
  const make = async () => {
    wrong.textContent = "";
    const asked = { kind: choice.value, title: title.value.trim() };
    if (isTeam()) {
      if (!picked) return missing("teamMissing", team.input);
      Object.assign(asked, { title: "", year: Number(year.value), id: picked.value.split("/").at(-1) });
    } else if (isYear()) Object.assign(asked, { title: "", year: Number(newYear.value) });
    else if (!asked.title) return missing("titleMissing", title);
    else if (id.value.trim()) asked.id = id.value.trim();
    try {
      return (await post("new", asked)).path;
    } catch (error) {
      wrong.textContent = error.message;
      const proposal = error.answer.id ?? error.answer.error?.id;
      if (proposal) {
        more.open = true;
        id.value = proposal;
      }
      return undefined;
    }
  };
  await person();
  const path = await ask(t("newHeading"), el("div", {}, labelled(t("kind"), choice), years, teams, newYears, titles, wrong, more), [[t("newMake"), make, "main"]]);
  if (path) location.href = page("edit", { path });
}
