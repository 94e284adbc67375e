// Inputs for single values. What a person did not touch keeps the value as the file has it, whatever it looks like.
import { offers, upload } from "./api.js";
import { readDay } from "./dates.js";
import { button, dayWords, el, say } from "./dom.js";
import { same } from "./arrange.js";
import { t } from "./words.js";

/// The part of an input that is the same for all single values.
/// - show: sets what is seen to a value. - read: the value of what is seen; `undefined` when nothing is there.
function single({ field, element, control, show, read, events = ["input", "change"], tools }) {
  let original = field.value ?? undefined;
  let isTouched = false;
  show(original);
  for (const name of events) control.addEventListener(name, () => {
    isTouched = true;
    tools.changed();
  });
  const input = {
    element,
    control,
    value() {
      if (!isTouched) return original;
      const value = read();
      return same(value, original) ? original : value;
    },
    isChanged: () => !same(input.value(), original),
    edits(path) {
      if (!input.isChanged()) return [];
      const value = input.value();
      return value === undefined ? [{ op: "clear", field: path }] : [{ op: "set", field: path, value }];
    },
    set(value) {
      // What is being typed is not written anew under the fingers.
      const isSame = isTouched && same(read(), value ?? undefined);
      original = value ?? undefined;
      if (isSame) return;
      isTouched = false;
      show(original);
    },
    put(value) {
      isTouched = true;
      show(value ?? undefined);
    },
    find: () => input,
  };
  return input;
}

const halfWidth = (text) => text.replace(/[０-９．－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/// - kind: `short`, `long`, `number` or `year`.
export function textInput(field, tools, kind) {
  const control = kind === "long"
    ? el("textarea", { rows: 3 })
    : el("input", { type: "text", autocomplete: "off", inputmode: kind === "number" ? "decimal" : kind === "year" ? "numeric" : null, class: kind });
  let shown = "";
  let raw;
  const show = (value) => {
    raw = value;
    shown = value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
    control.value = shown;
  };
  const read = () => {
    if (control.value === shown) return raw;
    const text = kind === "long" ? control.value.replace(/\s*\n\s*/g, "\n").trim() : control.value.trim();
    if (!text) return undefined;
    const plain = halfWidth(text);
    if (kind === "number" && /^-?\d+(\.\d+)?$/.test(plain)) return Number(plain);
    if (kind === "year" && /^\d{4}年?度?$/.test(plain)) return Number.parseInt(plain, 10);
    return text;
  };
  return single({ field, element: control, control, show, read, events: ["input"], tools });
}

/// A day: typed as people type it, or picked.
export function dateInput(field, tools) {
  const control = el("input", { type: "text", autocomplete: "off", placeholder: t("dateHint"), class: "day" });
  const picker = el("input", { type: "date", tabindex: "-1", "aria-hidden": "true", class: "picker" });
  const open = button(t("pickDate"), () => {
    picker.value = readDay(control.value) ?? "";
    picker.showPicker();
  }, "quiet", { "aria-label": t("pickDateFor", { label: field.label }) });
  picker.addEventListener("change", () => {
    if (!picker.value) return;
    control.value = dayWords(picker.value);
    control.dispatchEvent(new Event("input"));
  });
  const show = (value) => { control.value = value === undefined ? "" : dayWords(String(value)); };
  const read = () => {
    const text = control.value.trim();
    return text ? readDay(text) ?? text : undefined;
  };
  control.addEventListener("blur", () => {
    const day = readDay(control.value);
    if (day) control.value = dayWords(day);
  });
  return single({ field, element: el("div", { class: "with" }, control, open, picker), control, show, read, events: ["input"], tools });
}

/// The choice that a written value means: by its word in either language.
function choiceOf(field, value) {
  return field.choices?.find((choice) => choice.value === value || choice.label === value);
}

export function choiceInput(field, tools) {
  const control = el("select", {}, el("option", { value: "" }, t("notChosen")),
    (field.choices ?? []).map((choice) => el("option", { value: choice.value }, choice.label)));
  const show = (value) => {
    control.querySelector("[data-foreign]")?.remove();
    const choice = value === undefined ? { value: "" } : choiceOf(field, value);
    // A word that is none of the choices stays to be seen; the finding beside says what may stand there.
    if (!choice) control.append(el("option", { value: String(value), "data-foreign": true }, String(value)));
    control.value = choice ? choice.value : String(value);
    raw = value;
  };
  let raw;
  const read = () => {
    if (!control.value) return undefined;
    return raw !== undefined && choiceOf(field, raw)?.value === control.value ? raw : control.value;
  };
  return single({ field, element: control, control, show, read, events: ["change"], tools });
}

export function flagInput(field, tools) {
  const isOn = (value) => value === true || ["true", "yes", "是"].includes(value);
  const control = el("input", { type: "checkbox" });
  let raw;
  const show = (value) => {
    raw = value;
    control.checked = isOn(value);
  };
  const read = () => (control.checked === isOn(raw) ? raw : control.checked ? true : undefined);
  return single({ field, element: control, control, show, read, events: ["change"], tools });
}

/// Several of a few: boxes to tick. Values that are none of the choices stay.
export function choicesInput(field, tools) {
  const box = el("div", { class: "boxes" });
  const written = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : String(value).split(/\s*[、,，;；]\s*/));
  let raw;
  let boxes = [];
  const show = (value) => {
    raw = value;
    const items = written(value);
    const foreign = items.filter((item) => !choiceOf(field, item)).map((item) => ({ value: item, label: String(item) }));
    boxes = [...(field.choices ?? []), ...foreign].map((choice) => ({
      choice, control: el("input", { type: "checkbox", checked: items.some((item) => item === choice.value || item === choice.label) }),
    }));
    box.replaceChildren(...boxes.map(({ choice, control }) => el("label", {}, control, choice.label)));
  };
  const read = () => {
    const on = boxes.filter(({ control }) => control.checked).map(({ choice }) => choice);
    const kept = written(raw).filter((item) => on.some((choice) => choice.value === item || choice.label === item));
    const added = on.filter((choice) => !kept.includes(choice.value) && !kept.includes(choice.label)).map((choice) => choice.value);
    const all = [...kept, ...added];
    return all.length ? (same(all, written(raw)) ? raw : all) : undefined;
  };
  const input = single({ field, element: box, control: box, show, read, events: ["change"], tools });
  input.isGroup = true;
  const edits = input.edits;
  // One item more or less leaves the others as they are written.
  input.edits = (path) => {
    if (!input.isChanged() || !Array.isArray(raw) || input.value() === undefined) return edits(path);
    const value = input.value();
    const gone = raw.map((item, index) => (value.includes(item) ? null : index)).filter((index) => index !== null).reverse();
    return [
      ...gone.map((index) => ({ op: "remove", field: [...path, index] })),
      ...value.filter((item) => !raw.includes(item)).map((item) => ({ op: "add", field: path, value: item })),
    ];
  };
  return input;
}

/// A file beside the text: chosen from the computer, or its name.
export function fileInput(field, tools) {
  const control = el("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  const show = (value) => { control.value = value === undefined ? "" : String(value); };
  const read = () => control.value.trim() || undefined;
  const element = el("div", { class: "with" }, control, chooser(t("chooseFile"), false, tools, ([name]) => {
    control.value = name;
    control.dispatchEvent(new Event("input"));
  }));
  return single({ field, element, control, show, read, events: ["input"], tools });
}

/// A button that brings files from the computer; `taken` is told their names.
export function chooser(label, isMany, tools, taken) {
  if (!offers("upload")) return el("span");
  const picker = el("input", { type: "file", multiple: isMany, hidden: true, "aria-hidden": "true", tabindex: "-1" });
  picker.addEventListener("change", async () => {
    const names = await bring([...picker.files], tools);
    picker.value = "";
    if (names.length) taken(names);
  });
  return el("span", {}, button(label, () => picker.click(), "quiet"), picker);
}

/// Brings files beside the text and says what was done to them; returns the names under which they are there.
export async function bring(files, tools) {
  const names = [];
  for (const file of files) {
    say(t("uploading", { name: file.name }), true);
    try {
      const answer = await upload(tools.folder, file.name, file);
      names.push(answer.name);
      say([t("uploaded", { name: answer.name }), ...(answer.dropped ?? [])].join(" "));
    } catch (error) {
      say(`${file.name}: ${error.message}`, true);
    }
  }
  return names;
}

/// A value that this form cannot show without losing something.
export function lockedInput(field) {
  const shown = el("pre", { class: "locked", tabindex: "0" });
  const show = (value) => {
    shown.textContent = value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value, null, 1) : String(value);
  };
  show(field.value);
  const value = () => field.value ?? undefined;
  const input = {
    element: el("div", {}, shown, el("p", { class: "help" }, t("locked"))),
    isGroup: true,
    value,
    isChanged: () => false,
    edits: () => [],
    set(next) {
      field.value = next;
      show(next);
    },
    put() {},
    find: () => input,
  };
  return input;
}
