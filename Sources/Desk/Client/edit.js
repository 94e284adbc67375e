// 内容 › one file: its fields as a form, its text, what the checks say of both, and the true page beside them.
import { closeTab, get, offers, onChange, page, post } from "./api.js";
import { button, clock, debounced, el, notice, say, tabs } from "./dom.js";
import { askConflict } from "./conflict.js";
import * as drafts from "./drafts.js";
import { makeForm } from "./fields.js";
import { countWords, findingItem, showAtFields, sorted } from "./findings.js";
import { makePage, placeOf } from "./page.js";
import { prepare, takePaste } from "./paste.js";
import { insertFiles } from "./photo.js";
import { makeText } from "./text.js";
import { makeToolbar } from "./toolbar.js";
import { bodyOf, Version } from "./version.js";
import { t } from "./words.js";

export async function start({ site, main, heading, kindName, person }) {
  const path = new URLSearchParams(location.search).get("path") ?? "";
  const found = await get("document", { path });
  const tab = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
  const isReadOnly = site.isReadOnly;
  const isWhole = !found.isEditable;
  const version = new Version(path, found, isWhole);
  const folder = path.slice(0, path.lastIndexOf("/"));
  const tools = {
    site, path, folder, isReadOnly, changed: () => changed(), year: Number(/\/awards\/(\d{4})\//.exec(path)?.[1]) || undefined,
  };

  // MARK: What is seen

  const saveButton = button(t("save"), () => save(), "main");
  const publishButton = button(t("publish"), () => publish());
  const openPage = el("a", { class: "button", target: "_blank", rel: "noopener" }, t("openPage"));
  const past = el("a", { class: "button", href: page("history", { path }) }, t("history"));
  const state = el("p", { class: "saved", role: "status" });
  const head = heading(found.fields.find((field) => field.key === "title")?.value || t("untitled"), t("editFor", { kind: kindName(found.kind) }),
    isReadOnly ? null : saveButton, isReadOnly || !offers("publish") ? null : publishButton, openPage, past);
  head.prepend(state);
  const over = el("div", { class: "over" });
  const pasted = el("div", { class: "over" });
  const form = makeForm(isWhole ? [] : found.fields, tools);
  const counter = el("p", { class: "count" });
  const bodyFindings = el("div", { class: "findings list", role: "region", "aria-label": t("findings"), tabindex: "0" });
  const text = await makeText({
    label: isWhole ? t("wholeText") : t("textOf"), value: version.body, isReadOnly, hasCodeMirror: site.editorName?.codemirror,
    told: {
      change: () => changed(),
      settle: () => changed(),
      scroll: () => follow(),
      caret: (offset) => caret(offset),
      paste: (event) => !isReadOnly && takePaste(event, text, tools, pasted),
      drop(event, at) {
        const files = [...event.dataTransfer.files];
        if (!files.length || isReadOnly || !offers("upload")) return false;
        event.preventDefault();
        insertFiles(files, text, at, tools);
        return true;
      },
    },
  });
  prepare(site.editorName?.turndown);
  const toolbar = isReadOnly || isWhole ? null : makeToolbar(text, tools);
  const textPanel = el("div", { class: "panel writing" }, toolbar?.element, pasted, text.element, counter, bodyFindings);
  const formPanel = el("div", { class: "panel" }, form.element);
  const pagePanel = el("div", { class: "panel paper" });
  const hasBody = isWhole || found.body.end > found.body.start || path.endsWith(".md");
  // The title stands above both, where it is looked for.
  const title = form.inputs.get("title")?.input;
  if (title) over.after(title.frame);
  const parts = [
    ...(hasBody ? [["text", t("textTab"), textPanel]] : []), ...(isWhole ? [] : [["fields", t("fieldsTab"), formPanel]]), ["page", t("pageTab"), pagePanel],
  ];
  const view = makePage(tab, pick);
  pagePanel.append(view.element);
  const isNarrow = matchMedia("(max-width: 60rem)");
  const tabbed = tabs(t("parts"), parts, (key) => {
    if (key === "text") text.refresh();
    view.isHidden = isNarrow.matches && key !== "page";
  });
  const work = el("div", { class: "work" }, el("div", { class: "left" }, tabbed.list, title?.frame ?? null, textPanel, formPanel), pagePanel);
  main.classList.add("editing");
  main.append(over, work);
  if (isWhole && found.why) over.append(notice(found.why, [], "hint"));
  isNarrow.addEventListener("change", () => {
    view.isHidden = isNarrow.matches && tabbed.shown !== "page";
    if (!isNarrow.matches && tabbed.shown === "page") tabbed.show(parts[0][0]);
  });
  tabbed.show(parts[0][0]);
  // At the side the page is always there, and has no need of a tab.
  pagePanel.classList.add("beside");

  // MARK: What is asked and answered

  /// What the checks said last, of which text.
  const said = (key, { text: whole, body, findings }) => ({ key, text: whole, body: bodyOf(whole, body), findings });
  let tried = said(version.key([], version.body), found);
  let isSaving = false;
  let number = 0;
  let turn = Promise.resolve();

  const edits = () => form.edits();
  const key = () => version.key(edits(), text.value);
  const isDirty = () => version.differs(edits(), text.value) && !(tried.key === key() && tried.text === version.text);

  let lastSaved = "";
  function showState(words) {
    const dirty = isDirty();
    saveButton.disabled = !dirty && !isSaving;
    if (dirty) lastSaved = "";
    state.textContent = words ?? (dirty ? t("unsaved") : lastSaved);
    state.title = state.textContent;
    state.classList.toggle("dirty", dirty);
  }
  const keepDraft = debounced(300, () => {
    if (isReadOnly || text.isComposing) return;
    if (!isDirty()) {
      drafts.drop(path, version.digest);
      return;
    }
    drafts.keep(path, version.digest, { request: version.request(edits(), text.value), pinned: version.pinned, fields: form.changes(), body: text.value });
  });
  const later = debounced(80, () => { turn = turn.then(tryOut); });

  function changed() {
    showState();
    if (text.isComposing) return;
    keepDraft();
    later();
  }
  /// Tries what is in the form now; nothing is written.
  async function tryOut() {
    if (isReadOnly || text.isComposing) return;
    const asked = key();
    if (asked === tried.key && number > 0) return;
    try {
      const answer = await post("try", { tab, ...version.request(edits(), text.value) });
      tried = said(asked, answer);
      if (text.isComposing) return;
      if (asked === key()) showFindings(answer);
      if (answer.url) showPage(answer.url);
      showState();
    } catch (error) {
      // The form stays; what cannot be checked now is checked with the next change.
      showState(`${t("notChecked")} ${error.message}`);
    }
  }
  function showPage(url) {
    openPage.hidden = !url;
    if (!url) return;
    openPage.href = (site.basePath ?? "/") + url.replace(/^\//, "");
    view.show(url, ++number);
  }
  function showFindings({ findings, others, counts }) {
    const groups = sorted(findings, tried.body);
    const actions = isReadOnly ? {} : { mend };
    const homeless = isWhole ? findings.filter((finding) => !groups.body.includes(finding)) : [...showAtFields(form, groups.fields, actions), ...groups.other];
    const inText = isWhole ? findings.filter((finding) => finding.place) : groups.body;
    const offset = isWhole ? 0 : tried.body.start;
    text.mark(inText.map(({ place, severity, message }) => ({ start: place.start - offset, end: place.end - offset, severity, message })));
    bodyFindings.replaceChildren(
      ...homeless.filter((finding) => !inText.includes(finding)).map((finding) => findingItem(finding, actions)),
      ...inText.map((finding) => {
        const item = findingItem(finding, { ...actions, go: () => text.select(finding.place.start - offset, finding.place.end - offset) || text.focus() });
        item.dataset.from = finding.place.start - offset;
        item.dataset.to = finding.place.end - offset;
        return item;
      }),
      ...(others ? [el("div", { class: "finding warning" }, el("p", {}, t("othersBroken", { n: others })))] : []));
    bodyFindings.hidden = !bodyFindings.childElementCount;
    if (hasBody) tabbed.rename("text", t("textTab") + countWords([...inText, ...homeless]));
    if (!isWhole) tabbed.rename("fields", t("fieldsTab") + countWords(groups.fields.filter((finding) => finding.field[0] !== "title")));
    showCount(counts);
  }
  function showCount(counts) {
    if (!Number.isInteger(counts?.characters) || isWhole) return;
    const { characters, min, max } = counts;
    const limits = min !== undefined && max !== undefined ? t("countRange", { min, max })
      : max !== undefined ? t("countMax", { max }) : min !== undefined ? t("countMin", { min }) : "";
    const isOut = (min !== undefined && characters < min) || (max !== undefined && characters > max);
    counter.textContent = t("count", { n: characters }) + limits;
    counter.classList.toggle("out", isOut);
  }
  function caret(offset) {
    toolbar?.caret(offset);
    for (const item of bodyFindings.children) {
      const isAt = item.dataset.from !== undefined && Number(item.dataset.from) <= offset && offset <= Number(item.dataset.to);
      item.classList.toggle("current", isAt);
      // Within the list alone: the page must not jump under an input method.
      if (isAt) bodyFindings.scrollTop = item.offsetTop - 8;
    }
  }
  let isFollowing = false;
  function follow() {
    if (isFollowing || text.isComposing) return;
    isFollowing = true;
    requestAnimationFrame(() => {
      isFollowing = false;
      view.follow(placeOf(text));
    });
  }
  /// A click on the page leads to the same words in the text.
  function pick(words) {
    const start = words.slice(0, 12);
    const at = text.value.indexOf(words.slice(0, 40)) >= 0 ? text.value.indexOf(words.slice(0, 40)) : start ? text.value.indexOf(start) : -1;
    if (at < 0) return;
    if (hasBody) tabbed.show("text");
    text.select(at);
    text.focus();
  }

  // MARK: Remedies

  /// Carries out a remedy on what is in the form, saved or not.
  async function mend(finding) {
    if (tried.key !== key()) {
      await (turn = turn.then(tryOut));
      finding = tried.findings.find((other) => other.rule === finding.rule && other.message === finding.message);
    }
    if (!finding?.remedy || tried.key !== key()) return say(t("mendGone"));
    const changes = [...(finding.remedy.edits ?? [])].sort((one, two) => two.start - one.start);
    if (!changes.length) return offers("fix") ? mendOnDisk(finding) : undefined;
    const offset = isWhole ? 0 : tried.body.start;
    const end = isWhole ? tried.text.length : tried.body.end;
    if (changes.every((edit) => edit.start >= offset && edit.end <= end)) {
      changes.forEach((edit) => text.replace(edit.start - offset, edit.end - offset, edit.text));
    } else {
      await adopt(changes.reduce((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), tried.text));
    }
    say(t("mended", { label: finding.remedy.label }));
  }
  /// A remedy that the program carries out itself, in other files too: what is here is saved first.
  async function mendOnDisk(finding) {
    if (isDirty() && !(await save())) return;
    try {
      const answer = await post("fix", { path, digest: version.digest, finding: { rule: finding.rule, start: finding.place?.start ?? null } });
      take(answer, form.values(), text.value);
      say(t("mended", { label: finding.remedy.label }));
    } catch (error) {
      stay(error);
    }
  }
  /// Takes a whole text into the form, unsaved.
  async function adopt(whole) {
    try {
      const answer = await post("try", { tab, path, digest: version.digest, edits: null, text: whole });
      version.pin(whole, answer);
      form.take(answer.fields);
      text.take(version.body);
      changed();
    } catch (error) {
      stay(error);
    }
  }

  // MARK: Saving

  /// What went wrong, above the form; the form stays as it is.
  function stay(error) {
    over.replaceChildren(notice(`${t("notSaved")} ${error.message}`, [[t("again"), (box) => {
      box.remove();
      save();
    }, "main"], [t("close"), (box) => box.remove(), "quiet"]], "error"));
    showState();
  }
  /// Takes the version that is on the disk now. What was typed after it was sent stays.
  function take(answer, before, sent) {
    drafts.drop(path, version.digest);
    const isSame = text.value === sent;
    version.take(answer);
    if (!isWhole) form.take(answer.fields, before);
    if (isSame) text.take(version.body);
    tried = said(version.key([], version.body), answer);
    showFindings({ others: 0, counts: answer.counts, ...answer });
    publishButton.hidden = !version.isDraft;
    turn = turn.then(() => (number > 0 ? tryOut() : undefined));
  }
  /// Saves; answers whether what is in the form is on the disk now, `null` when that cannot be known.
  async function save(request) {
    if (isReadOnly || text.isComposing || isSaving) return false;
    if (!request && !isDirty()) {
      say(t("nothingToSave"));
      return true;
    }
    isSaving = true;
    await person();
    const [before, sent] = [form.values(), text.value];
    showState(t("saving"));
    try {
      const answer = await post("save", request ?? version.request(edits(), sent));
      isSaving = false;
      over.replaceChildren();
      take(answer, before, sent);
      if (answer.historyProblem) over.append(notice(t("historyProblem", { problem: answer.historyProblem }), [[t("close"), (box) => box.remove(), "quiet"]], "warning"));
      lastSaved = answer.change === null && !answer.historyProblem ? t("nothingToSave") : t("savedAt", { time: clock(new Date()) });
      showState();
      return true;
    } catch (error) {
      isSaving = false;
      if (error.status === 409 && error.answer.theirs) return settle(error.answer);
      stay(error);
      return null;
    }
  }
  /// The file was changed meanwhile: she chooses.
  async function settle(answer) {
    showState();
    const choice = await askConflict(answer);
    if (choice === "theirs") {
      await reload();
      return true;
    }
    if (choice === null) return false;
    return save({ path, digest: answer.theirs.digest, edits: null, text: choice === "merged" ? answer.merged.text : answer.mine.text });
  }
  async function reload() {
    const now = await get("document", { path });
    drafts.drop(path, version.digest);
    version.take(now);
    if (!isWhole) form.take(now.fields);
    text.take(version.body);
    tried = said(version.key([], version.body), now);
    over.replaceChildren();
    showFindings(now);
    publishButton.hidden = !version.isDraft;
    showState();
    await tryOut();
  }
  async function publish() {
    if (isDirty() && !(await save())) return;
    await person();
    try {
      const { results } = await post("publish", { paths: [path], digests: [version.digest] });
      await reload();
      if (results[0]?.isDone) say(t("published"), true);
      else stay({ message: results[0]?.message ?? "" });
    } catch (error) {
      stay(error);
    }
  }

  // MARK: Drafts and other writers

  async function restore(draft, isSame) {
    if (!isSame) {
      // The file went on without this draft: both are shown, nothing is written over.
      const isSaved = await save(draft.request);
      if (isSaved !== null) return isSaved;
      // The program does not know the version any more that the draft began from: the two texts are compared as wholes.
      over.replaceChildren();
      const pieces = [{ what: "removed", text: version.body }, { what: "added", text: draft.body }];
      if ((await askConflict({ pieces })) !== "mine") return false;
    }
    if (isSame && draft.pinned !== null) await adopt(draft.pinned);
    form.put(draft.fields);
    text.take(draft.body);
    changed();
    say(t("draftTaken"));
    return true;
  }
  let seen = version.digest;
  onChange(debounced(300, async () => {
    if (isSaving) return;
    const now = await get("document", { path }).catch((error) => (error.status === 404 ? { digest: "" } : null));
    if (!now || isSaving) return;
    if (now.digest === version.digest) {
      // The checks that take longer have come to their end.
      if (!isDirty() && !text.isComposing) {
        tried = said(version.key([], version.body), now);
        showFindings(now);
      }
      return;
    }
    if (now.digest === seen) return;
    seen = now.digest;
    if (now.digest && !isDirty() && !text.isComposing) {
      await reload();
      say(t("changedTaken"));
      return;
    }
    over.append(notice(now.digest ? t("changedElsewhere") : t("goneElsewhere"), [
      [t("compare"), (box) => {
        box.remove();
        save();
      }, "main"],
      [t("close"), (box) => box.remove(), "quiet"],
    ], "warning"));
  }));
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      if (!document.querySelector("dialog[open]")) save();
    }
  });
  addEventListener("beforeunload", (event) => { if (!isReadOnly && isDirty()) event.preventDefault(); });
  addEventListener("pagehide", () => closeTab(tab));

  publishButton.hidden = !found.isDraft;
  showFindings(found);
  showState();
  if (!isReadOnly) drafts.offer(over, path, version.digest, restore);
  if (isReadOnly) showPage(found.url);
  else {
    openPage.hidden = !found.url;
    turn = turn.then(tryOut);
  }
  if (found.isDraft && hasBody && !version.body.trim()) text.focus();
}
