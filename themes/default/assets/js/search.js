// The pages of search and look-up: what is typed, what narrows it down, and the lists of results. docs/search-index.md
// explains how things are found.
import { openIndex } from "./search/index.js";
import { finderOf } from "./search/finding.js";
import { facetValues, makeRow } from "./search/results.js";

// So many pages are looked into at once for those that hold what is uncertain.
const mostLookedInto = 40;

const form = document.forms.search;
const { q: input, status, more } = form.elements;
const template = form.querySelector("template");
const answerTemplate = form.querySelector("template.answer");
// The page of look-up has its own words for what was found.
const words = { ...form.dataset, ...(answerTemplate && answerTemplate.dataset) };
// What a record of a title says of its decision is no text to quote.
const linesQuoted = answerTemplate ? 3 : Infinity;
const list = form.querySelector(".results");
const nearest = form.querySelector(".nearest");
// The ways by lists below are shown as long as there are no results, which would push them down.
const ways = form.nextElementSibling;
const selects = [...form.querySelectorAll("select")];
const negligible = words.negligible.split(" ");

let index, opening;
// The results of the last search: those not shown yet, how many there are, and what must be looked for in their texts.
let asked, shown, remaining, total, uncertain, terms, word;
let turn = 0;
let timer;

const fitsFacets = (page, exceptFacet) => selects.every(({ value }, facet) =>
  !value || facet == exceptFacet || facetValues(index, page, facet).includes(value));
const rowsOf = (pages, marked) =>
  Promise.all(pages.map((page) => makeRow(index, page, template, words, marked, linesQuoted)));
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
  tell(!total ? "none" : remaining.length && uncertain.length ? "about" : word, total);
};
const findNearly = async (exact) => (await import("./nearest.js")).findNearly(index, asked, negligible, exact);
// What is said of a question beside lists of pages: `pages` with an answer, those that are `alike` and come first of what is
// near, the `word` for what the others have in common, and what is `nearly` found, if it is known.
const answer = async (exact) => answerTemplate && exact.terms.length
  ? (await import("./answers.js")).answer(index, asked, exact, findNearly, answerTemplate) : { pages: [], alike: [] };
const showNearest = async ({ alike, nearly }) => {
  const ownTurn = turn;
  const { hits, terms: marked } = terms.length ? nearly || await findNearly(shown) : { hits: [] };
  const pages = [...new Set([...alike, ...hits])].filter((page) => !shown.includes(page));
  const rows = await rowsOf(pages.filter((page) => fitsFacets(page)).slice(0, index.few), marked);
  if (ownTurn != turn) return [];
  const [heading, results] = nearest.children;
  nearest.hidden = !rows.length;
  // Where nothing is found exactly, the status says what follows.
  heading.hidden = !total;
  results.append(...rows);
  if (rows.length) ways.hidden = true;
  if (rows.length && !total) tell(word == "found" ? "near" : word, rows.length);
  return pages;
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
    index = await (opening = opening || openIndex("").then(finderOf));
    const exact = await index.findExactly(asked);
    const found = await answer(exact);
    const answered = found.pages.filter((page) => fitsFacets(page));
    const answers = await Promise.all(answered.map((page) => found.makeAnswer(page)));
    if (ownTurn != turn) return;
    ({ terms, uncertain } = exact);
    shown = answered;
    // Beside an answer, pages that only hold the words come near.
    if (answered.length) found.alike.push(...exact.hits);
    remaining = answered.length ? [] : exact.hits.filter((page) => fitsFacets(page));
    total = answered.length + remaining.length;
    word = answered.length ? "answered" : found.word || "found";
    const hits = found.pages.length ? found.pages : exact.hits;
    offerFacets(hits);
    list.textContent = nearest.lastElementChild.textContent = "";
    nearest.hidden = true;
    list.append(...answers);
    await showMore();
    if (ownTurn != turn) return;
    const near = await showNearest(found);
    if (ownTurn == turn && !hits.length) offerFacets(near);
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
restore();
// For search-support.js.
form.dataset.ready = true;
