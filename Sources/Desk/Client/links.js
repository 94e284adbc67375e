// Picks what a link leads to: a page of the site, a part of it, or an address elsewhere.
import { get, offers } from "./api.js";
import { combo } from "./combo.js";
import { ask, el, labelled, unique } from "./dom.js";
import { inline, relative, target } from "./markdown.js";
import { t } from "./words.js";

const outside = /^(https?:\/\/|mailto:|tel:)/i;

/// - path: of the file that the link stands in. - chosen: the text that was selected. Resolves with Markdown or `null`.
export function askLink(path, chosen) {
  const pages = get("list").then(({ items }) => items.filter((item) => item.path.endsWith(".md")), () => []);
  const words = el("input", { type: "text", value: chosen, autocomplete: "off" });
  const parts = el("select", {}, el("option", { value: "" }, t("linkTop")));
  const partsField = labelled(t("linkPart"), parts);
  partsField.hidden = true;
  const wrong = el("p", { class: "wrong", role: "alert", id: unique("wrong") });
  let picked = null;
  const search = async (text) => {
    const all = text.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (item) => all.every((word) => [item.title, item.team, item.enterprise, item.year, item.path].some((part) =>
      part !== undefined && String(part).toLowerCase().includes(word)));
    return (await pages).filter(fits).slice(0, 30).map((item) => ({
      value: item.path, label: item.title, detail: [item.year, item.enterprise, item.date].filter(Boolean).join(" · "), isDraft: item.isDraft,
    }));
  };
  const field = combo({
    label: t("linkTarget"), placeholder: t("linkHint"), search,
    async pick(item, input) {
      picked = item;
      input.value = item.label;
      if (!words.value.trim()) words.value = item.label;
      const anchors = offers("anchors") ? (await get("anchors", { path: item.value }).catch(() => ({ items: [] }))).items : [];
      parts.replaceChildren(el("option", { value: "" }, t("linkTop")), ...anchors.map((anchor) => el("option", { value: anchor.id }, anchor.text)));
      partsField.hidden = !anchors.length;
    },
  });
  field.input.autofocus = true;
  field.input.setAttribute("autofocus", "");
  field.input.addEventListener("input", () => {
    picked = null;
    partsField.hidden = true;
  });
  const make = () => {
    const typed = field.input.value.trim();
    const address = picked ? relative(path, picked.value) + (parts.value ? "#" + parts.value : "") : outside.test(typed) ? typed : null;
    if (!address) {
      wrong.textContent = t("linkMissing");
      field.input.focus();
      return undefined;
    }
    return `[${inline(words.value) || inline(typed)}](${target(address)})`;
  };
  return ask(t("link"), el("div", {}, el("div", { class: "field" }, el("span", { class: "label", "aria-hidden": "true" }, t("linkTarget")), field.element), wrong,
    partsField, labelled(t("linkWords"), words)), [[t("insert"), make, "main"]]);
}
