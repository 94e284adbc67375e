// Photos and other files that are dropped, pasted or chosen: brought beside the text, named in it, with words for who cannot see them.
import { upload } from "./api.js";
import { ask, el, labelled, say, unique } from "./dom.js";
import { block, inline, target } from "./markdown.js";
import { t } from "./words.js";

const isPhoto = (file) => file.type.startsWith("image/");

/// Asks for files from the computer.
export function choosePhotos(text, tools) {
  const picker = el("input", { type: "file", multiple: true });
  picker.addEventListener("change", () => insertFiles([...picker.files], text, text.selection[1], tools));
  picker.click();
}

/// A name for a picture of the clipboard, which has none of its own.
function nameOf(file) {
  if (file.name && !/^image\.\w+$/.test(file.name)) return file.name;
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  return `photo-${stamp}.${(file.type.split("/")[1] ?? "png").replace("jpeg", "jpg")}`;
}

/// Brings files and sets them at a place of the text; what was done to each is said.
export async function insertFiles(files, text, at, tools) {
  let place = at;
  for (const file of files) {
    const name = nameOf(file);
    const alt = isPhoto(file) ? await askAlternative(name) : null;
    if (isPhoto(file) && alt === null) continue;
    say(t("uploading", { name }), true);
    try {
      const answer = await upload(tools.folder, name, file);
      const label = inline(alt ?? name);
      const change = block(text.value, place, place, `${isPhoto(file) ? "!" : ""}[${label}](${target(answer.name)})`);
      text.replace(change.start, change.end, change.text);
      place = change.select[1];
      say([t("uploaded", { name: answer.name }), ...(answer.dropped ?? [])].join(" "), true);
    } catch (error) {
      say(`${name}: ${error.message}`, true);
    }
  }
  text.focus();
  text.select(place);
}

function askAlternative(name) {
  const words = el("textarea", { rows: 2, autofocus: true });
  const wrong = el("p", { class: "wrong", role: "alert", id: unique("wrong") });
  const give = () => {
    if (words.value.trim()) return words.value.trim();
    wrong.textContent = t("altMissing");
    words.focus();
    return undefined;
  };
  return ask(t("photo"), el("div", {}, el("p", {}, name), labelled(t("alt"), words, t("altHelp")), wrong), [[t("insert"), give, "main"]]);
}
