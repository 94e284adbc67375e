// Searches the index of the site for what is typed; docs/search-index.md explains how.
import { openIndex } from "./search/index.js";
import { finderOf } from "./search/finding.js";
import { facetValues, makeRow } from "./search/results.js";

const form = document.forms.search;
const { q: input, status, more } = form.elements;
const words = form.dataset;
const list = form.querySelector(".results");
const nearest = form.querySelector(".nearest");
const template = form.querySelector("template");
// The ways by lists below are shown as long as there are no results, which would push them down.
const ways = form.nextElementSibling;
const selects = [...form.querySelectorAll("select")];
const negligible = words.negligible.split(" ");
// With fewer exact results, those that come near are shown too.
const little = 3;
// So many pages are looked into at once for those that hold what is uncertain.
const mostLookedInto = 40;

let index, opening;
// The results of the last search: those not shown yet, how many there are, and what must be looked for in their texts.
let asked, shown, remaining, total, uncertain, terms;
let turn = 0;
let timer;

const fitsFacets = (page, exceptFacet) => selects.every(({ value }, facet) =>
  !value || facet == exceptFacet || facetValues(index, page, facet).includes(value));
const rowsOf = (pages, marked) =>
  Promise.all(pages.map((page) => makeRow(index, page, template, words, marked)));
const tell = (message, count) => {
  status.value = asked && words[message].replace("{count}", count);
};
const showMore = async () => {
  const ownTurn = turn, pages = [];
  let left = mostLookedInto;
  while (pages.length < index.few && remaining.length && left > 0) {
    const candidates = remaining.splice(0, index.few - pages.length);
    left -= candidates.length;
    const holding = await index.holdingAll(candidates, uncertain);
    if (ownTurn != turn) return;
    total -= candidates.length - holding.length;
    pages.push(...holding);
  }
  const rows = await rowsOf(pages, terms);
  if (ownTurn != turn) return;
  list.append(...rows);
  shown.push(...pages);
  more.hidden = !remaining.length;
  ways.hidden = total > 0;
  tell(!total ? "none" : remaining.length && uncertain.length ? "about" : "found", total);
};
const showNearest = async () => {
  const ownTurn = turn;
  const { hits, terms: marked } = shown.length < little && terms.length
    ? await index.findNearly(asked, negligible, shown) : { hits: [] };
  const rows = await rowsOf(hits.filter((page) => fitsFacets(page)).slice(0, index.few), marked);
  if (ownTurn != turn) return [];
  const [heading, results] = nearest.children;
  nearest.hidden = !rows.length;
  heading.textContent = shown.length ? words.nearToo : words.near;
  results.append(...rows);
  if (rows.length) ways.hidden = true;
  if (rows.length && !total) tell("nearFound", rows.length);
  return hits;
};
const offerFacets = (hits) => selects.forEach((select, facet) => {
  const { value } = select;
  const values = [].concat(...hits.filter((page) => fitsFacets(page, facet))
    .map((page) => facetValues(index, page, facet)));
  select.length = 1;
  for (const name of index.facets[facet].names) {
    const count = values.filter((value) => value == name).length;
    if (count || name == value) select.add(new Option(`${words[name] || name} (${count})`, name));
  }
  select.value = value;
  select.parentElement.hidden = select.length < 3 && !value;
});

const search = async (mayRetry) => {
  const ownTurn = ++turn;
  // What an input method composes while the index comes is not asked for yet.
  asked = input.value;
  try {
    index = await (opening = opening || openIndex().then(finderOf));
    const exact = await index.findExactly(asked);
    if (ownTurn != turn) return;
    ({ terms, uncertain } = exact);
    remaining = exact.hits.filter((page) => fitsFacets(page));
    total = remaining.length;
    offerFacets(exact.hits);
    list.textContent = nearest.lastElementChild.textContent = "";
    nearest.hidden = true;
    shown = [];
    await showMore();
    if (ownTurn != turn) return;
    const near = await showNearest();
    if (ownTurn == turn && !exact.hits.length) offerFacets(near);
  } catch {
    opening = null;
    if (ownTurn != turn) return;
    if (mayRetry) return search();
    status.value = words.failed;
    ways.hidden = false;
  }
};

const restore = () => {
  const parameters = new URLSearchParams(location.search);
  input.value = parameters.get("q");
  ways.hidden = input.value > "";
  for (const select of selects) select.add(new Option("", parameters.get(select.name) || "", false, true));
  search(true);
};
const searchAndKeep = (method) => {
  clearTimeout(timer);
  history[method]("", "", "?" + new URLSearchParams([...new FormData(form)].filter(([, value]) => value)));
  search(true);
};
const afterTyping = ({ isComposing }) => {
  clearTimeout(timer);
  if (!isComposing) timer = setTimeout(searchAndKeep, 120, "replaceState");
};
input.oninput = afterTyping;
input.addEventListener("compositionend", afterTyping);
form.onchange = ({ target }) => {
  if (target != input) searchAndKeep("pushState");
};
form.onsubmit = () => {
  searchAndKeep("pushState");
  return false;
};
more.onclick = showMore;
onpopstate = restore;
onkeydown = ({ key, target, isComposing }) => {
  if (isComposing) return;
  const stops = [input, ...form.querySelectorAll("li a")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  let next;
  if (key == "/" && !target.matches("input, select")) next = input;
  else if (step && stops.includes(target)) next = stops[stops.indexOf(target) + step];
  if (!next) return;
  next.focus();
  return false;
};
restore();
// For search-support.js.
words.ready = true;
