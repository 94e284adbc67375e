// Two versions of one file: what somebody else saved, and what is in this form. She chooses; neither is written over unseen.
import { ask, el } from "./dom.js";
import { beside } from "./pieces.js";
import { t } from "./words.js";

/// Resolves with `merged`, `mine`, `theirs` or `null` (go on editing).
export function askConflict(answer) {
  const body = el("div", {}, el("p", {}, answer.merged ? t("conflictMerged") : t("conflictTouch")), beside(answer.pieces ?? [], t("theirs"), t("mine")));
  const actions = [[t("takeTheirs"), () => "theirs"], [t("takeMine"), () => "mine"]];
  if (answer.merged) actions.push([t("takeMerged"), () => "merged", "main"]);
  return ask(t("conflictTitle"), body, actions, "wide");
}
