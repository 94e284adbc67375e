// The form of a file's fields. Each input knows its value as it was written and tells what edits lead to what is in it now.
import { offers } from "./api.js";
import { el, unique } from "./dom.js";
import { t } from "./words.js";
import { listInput, pickedInput, recordsInput } from "./lists.js";
import { dateInput, choiceInput, choicesInput, fileInput, flagInput, lockedInput, textInput } from "./inputs.js";

/// The input for a field. Every input has `element`, `value()` (`undefined`: nothing is there), `isChanged()`, `edits(path)`, `set(value)` (what
/// the file has), `put(value)` (what a person wants instead) and `find(path)` (the input that a finding is about).
export function inputFor(field, tools) {
  switch (field.type) {
  case "longText": return textInput(field, tools, "long");
  case "number": return textInput(field, tools, "number");
  case "year": return textInput(field, tools, "year");
  case "date": return dateInput(field, tools);
  case "dateSpan": return recordInput({ ...field, fields: field.fields ?? spanFields() }, tools);
  case "choice": return choiceInput(field, tools);
  case "choices": return choicesInput(field, tools);
  case "flag": return flagInput(field, tools);
  case "reference": return offers("references") ? pickedInput(field, tools, true) : textInput(field, tools, "short");
  case "references": return offers("references") ? pickedInput(field, tools, false) : listInput(field, tools, false);
  case "file": return fileInput(field, tools);
  case "files": return listInput(field, tools, true);
  case "list": return listInput(field, tools, false);
  case "record": return recordInput(field, tools);
  case "records": return recordsInput(field, tools, inputFor);
  case "text": return textInput(field, tools, "short");
  default: return lockedInput(field);
  }
}

function spanFields() {
  return [["from", t("from")], ["to", t("to")]].map(([key, label]) => ({ key, label, type: "date" }));
}

/// A group of fields with a value each.
function recordInput(field, tools) {
  const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  let original = field.value;
  // What is written in another form than this one can show is left to the text.
  if (original !== null && original !== undefined && !isRecord(original)) return lockedInput(field);
  const parts = (field.fields ?? []).map((part) => {
    const filled = { ...part, value: original?.[part.key] };
    return { key: part.key, input: inputFor(filled, tools), field: filled };
  });
  const box = el("div", { class: "record" }, parts.map(({ field: part, input }) => framed(part, input)));
  const made = {
    element: box,
    isGroup: true,
    value() {
      const pairs = parts.map(({ key, input }) => [key, input.value()]).filter((pair) => pair[1] !== undefined);
      return pairs.length ? Object.fromEntries(pairs) : undefined;
    },
    isChanged: () => parts.some(({ input }) => input.isChanged()),
    edits(path) {
      if (!this.isChanged()) return [];
      if (original && this.value() === undefined) return [{ op: "clear", field: path }];
      return parts.flatMap(({ key, input }) => input.edits([...path, key]));
    },
    set(value) {
      original = value;
      parts.forEach(({ key, input }) => input.set(isRecord(value) ? value[key] : undefined));
    },
    put(value) { parts.forEach(({ key, input }) => input.put(isRecord(value) ? value[key] : undefined)); },
    find: (path) => parts.find(({ key }) => key === path[0])?.input.find(path.slice(1)) ?? made,
  };
  return made;
}

/// A field with its label, help, example, marks and a place for its findings.
export function framed(field, input) {
  const label = el(input.isGroup ? "span" : "label", { class: "label", id: unique("label") }, field.label);
  if (field.isRequired) label.append(el("span", { class: "required", title: t("required") }, t("requiredSign")));
  if (field.isPrivate) label.append(el("span", { class: "chip", title: t("privateHelp") }, t("private")));
  const target = input.control ?? input.element;
  if (input.isGroup) {
    input.element.setAttribute("role", "group");
    input.element.setAttribute("aria-labelledby", label.id);
  } else {
    target.id ||= unique("input");
    label.htmlFor = target.id;
    if (field.isRequired) target.setAttribute("aria-required", "true");
  }
  const texts = [field.help, field.example ? t("example", { example: field.example }) : ""].filter(Boolean);
  const help = texts.length ? el("p", { class: "help", id: unique("help") }, texts.join(" ")) : null;
  const findings = el("div", { class: "findings", id: unique("findings") });
  target.setAttribute("aria-describedby", [help?.id, findings.id].filter(Boolean).join(" "));
  const frame = el("div", { class: `field type-${field.type}` }, label, input.element, help, findings);
  input.frame = frame;
  input.findings = findings;
  return frame;
}

/// Fields that are seldom needed.
const rareKeys = new Set(["aliases", "description", "draft"]);

/// The form: fields as declared; those that are rarely needed and empty are folded.
/// - tools: `{site, upload, changed, isReadOnly}`
export function makeForm(fields, tools) {
  const inputs = new Map();
  const frames = [];
  const rare = [];
  for (const field of fields) {
    const made = { ...field, value: field.isPresent ? field.value : undefined };
    const input = inputFor(made, tools);
    // What only a text can say, and nobody has said, is no field to show.
    if (field.type === "any" && !field.isPresent) continue;
    (rareKeys.has(field.key) && !field.isPresent && !field.isRequired ? rare : frames).push(framed(made, input));
    inputs.set(field.key, { input, field });
  }
  const element = el("div", { class: "form" }, frames,
    rare.length ? el("details", { class: "rare" }, el("summary", {}, t("rareFields")), rare) : null);
  if (tools.isReadOnly) element.querySelectorAll("input, textarea, select, button").forEach((item) => { item.disabled = true; });

  return {
    element,
    inputs,
    edits: () => [...inputs].flatMap(([key, { input }]) => input.edits([key])),
    /// What was typed, by field; only what differs. For a draft that is kept.
    changes: () => Object.fromEntries([...inputs].filter(([, { input }]) => input.isChanged()).map(([key, { input }]) => [key, input.value() ?? null])),
    /// Takes the fields of a version. Those that a person changed since `before` (a map of values) keep what they have.
    take(answer, before) {
      for (const field of answer) {
        const known = inputs.get(field.key);
        if (!known) continue;
        const value = field.isPresent ? field.value : undefined;
        const typed = known.input.value();
        const isLater = before !== undefined && JSON.stringify(typed) !== before.get(field.key);
        known.input.set(value);
        if (isLater) known.input.put(typed);
      }
    },
    values: () => new Map([...inputs].map(([key, { input }]) => [key, JSON.stringify(input.value())])),
    put(changes) {
      for (const [key, value] of Object.entries(changes)) inputs.get(key)?.input.put(value ?? undefined);
    },
    find: (path) => inputs.get(path[0])?.input.find(path.slice(1)) ?? null,
  };
}
