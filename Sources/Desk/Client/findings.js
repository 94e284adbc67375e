// What the checks found, where it is seen: beside its field, or below the text with its words underlined.
import { button, el } from "./dom.js";
import { t } from "./words.js";

/// One finding: what is wrong, what to do, and a button that does it where the program knows how.
/// - actions: `{mend(finding), go(finding)?}`
export function findingItem(finding, { mend, go }) {
  const row = el("div", { class: "actions" });
  if (finding.remedy && mend) row.append(button(finding.remedy.label.replace(/[\u2400-\u2426]/g, " ↵ "), () => mend(finding), "main small"));
  if (go) row.append(button(t("goThere"), () => go(finding), "quiet small", { "aria-label": `${t("goThere")}: ${finding.message}` }));
  return el("div", { class: `finding ${finding.severity}` },
    el("p", {}, el("strong", {}, t(`severity-${finding.severity}`)), " ", finding.message),
    finding.help ? el("p", { class: "help" }, finding.help) : null,
    row.childElementCount ? row : null);
}

/// Sorts findings to fields, to the body, and to neither.
export function sorted(findings, body) {
  const groups = { fields: [], body: [], other: [] };
  for (const finding of findings) {
    const place = finding.place;
    if (finding.field?.length) groups.fields.push(finding);
    else if (place && place.start >= body.start && place.start <= body.end) groups.body.push(finding);
    else groups.other.push(finding);
  }
  return groups;
}

/// Puts findings of fields beside their inputs; returns those that no input is there for.
export function showAtFields(form, findings, actions) {
  for (const { input } of form.inputs.values()) clear(input);
  const homeless = [];
  for (const finding of findings) {
    const top = form.inputs.get(finding.field[0])?.input;
    if (!top) {
      homeless.push(finding);
      continue;
    }
    const target = form.find(finding.field) ?? top;
    const control = target.control ?? (target === top ? null : target.element);
    control?.setAttribute("aria-invalid", "true");
    const rare = top.frame.closest("details");
    if (rare) rare.open = true;
    (target.findings ?? top.findings).append(findingItem(finding, actions));
  }
  return homeless;
}

function clear(input) {
  input.frame.querySelectorAll(".findings").forEach((box) => box.replaceChildren());
  input.frame.querySelectorAll("[aria-invalid]").forEach((item) => item.removeAttribute("aria-invalid"));
}

/// How many errors and warnings, in words for a tab; empty when there are none.
export function countWords(findings) {
  const errors = findings.filter((finding) => finding.severity === "error").length;
  const others = findings.length - errors;
  return errors ? t("tabErrors", { n: errors }) : others ? t("tabWarnings", { n: others }) : "";
}
