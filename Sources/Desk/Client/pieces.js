// Differences of two versions in words, as the server found them.
import { el } from "./dom.js";
import { t } from "./words.js";

function part(piece) {
  if (piece.what === "added") return el("ins", {}, piece.text);
  if (piece.what === "removed") return el("del", {}, piece.text);
  return piece.text;
}

/// Both versions side by side: what went is struck out on the left, what came is underlined on the right.
export function beside(pieces, left, right) {
  const side = (name, without) => el("div", { class: "side", role: "group", "aria-label": name, tabindex: "0" }, el("h3", {}, name),
    el("pre", {}, pieces.filter((piece) => piece.what !== without).map(part)));
  return el("div", { class: "sides" }, side(left ?? t("before"), "added"), side(right ?? t("after"), "removed"));
}

/// One text with what went and what came in its place.
export function together(pieces) { return el("pre", { class: "together" }, pieces.map(part)); }
