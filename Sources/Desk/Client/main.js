// Every page of the desk begins here: its head, who is working, and the screen that the page is for.
import { canWrite, get, offers, page, post, setOffers } from "./api.js";
import { setSite } from "./drafts.js";
import { ask, button, el, labelled, notice, say } from "./dom.js";
import { t } from "./words.js";

const screens = {
  today: () => import("./today.js"),
  content: () => import("./content.js"),
  edit: () => import("./edit.js"),
  list: () => import("./list.js"),
  history: () => import("./history.js"),
};
/// Screens with their address and the request that they need.
const links = [["today", "", "today"], ["content", "content", "list"], ["list", "list", "roster"], ["history", "history", "history"]];
const screen = document.body.dataset.screen;

function head(site, person) {
  const belongsTo = screen === "edit" ? "content" : screen;
  const items = links.filter((link) => offers(link[2])).map(([key, address]) =>
    el("a", { href: page(address), "aria-current": key === belongsTo ? "page" : null }, t(key)));
  return el("header", { class: "top" },
    el("a", { class: "skip", href: "#main" }, t("skip")),
    el("a", { class: "name", href: site.basePath ?? "/", target: "_blank", rel: "noopener", title: t("openSite") }, site.name),
    el("nav", { "aria-label": t("desk") }, items),
    site.isReadOnly ? el("span", { class: "chip" }, t("readOnly")) : person);
}

async function start() {
  const main = el("main", { id: "main", tabindex: "-1" });
  let site;
  try {
    site = await get("site");
  } catch (error) {
    document.body.append(main);
    main.append(notice(error.message, [[t("again"), () => location.reload(), "main"]], "error"));
    return;
  }
  site.isReadOnly ||= !canWrite;
  setOffers(site.offers);
  setSite(site.id);
  if (screen === "today" && !offers("today")) {
    location.replace(page("content"));
    return;
  }
  const person = button("", () => askPerson(site, true), "quiet person");
  const context = {
    site,
    main,
    /// The head of a screen: its name, what it is for, and its one main button. Returns the row of its buttons.
    heading(title, purpose, ...actions) {
      document.title = `${title} · ${site.name}`;
      const text = el("div", {}, el("h1", {}, title), el("p", { class: "purpose" }, purpose));
      const row = el("div", { class: "heading" }, text, el("div", { class: "actions" }, actions));
      main.append(row);
      return row.lastElementChild;
    },
    kindName: (kind) => site.kinds.find((item) => item.kind === kind)?.label ?? kind,
    /// Asked once, before the first change.
    person: () => (site.person === null ? askPerson(site, false) : null),
  };
  const showPerson = () => { person.textContent = site.person ? t("person", { name: site.person }) : t("noPerson"); };
  site.onPerson = showPerson;
  showPerson();
  document.body.append(head(site, person), main);
  try {
    await (await screens[screen]()).start(context);
  } catch (error) {
    if (error.code === undefined) throw error;
    main.append(notice(error.message, [[t("again"), () => location.reload(), "main"]], "error"));
  }
}

async function askPerson(site, isChange) {
  const input = el("input", { type: "text", value: site.person ?? "", maxlength: 40, autocomplete: "name", autofocus: true });
  const give = async () => {
    const name = input.value.trim();
    if (!name) {
      input.focus();
      return undefined;
    }
    try {
      site.person = (await post("person", { name })).person;
    } catch (error) {
      // Not to know the name is no reason to keep a text from being saved.
      say(error.message);
    }
    return true;
  };
  await ask(t("personTitle"), labelled(t("personLabel"), input, t("personHelp")), [[t("personSave"), give, "main"]], "", isChange ? t("cancel") : t("personLater"));
  if (!isChange) site.person ??= "";
  site.onPerson();
}

start();
