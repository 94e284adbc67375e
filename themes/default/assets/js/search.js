// Searches the index of the site for what is typed; docs/search-index.md explains how.
const form = document.forms.search;
const { q: input, status, more } = form.elements;
const words = form.dataset;
const list = form.querySelector(".results");
const template = form.querySelector("template");
// The ways by lists below are shown as long as there are no results, which would push them down.
const ways = form.nextElementSibling;
const selects = [...form.querySelectorAll("select")];

// Folded words and numbers, and what is written without blanks.
const wordUnit = /[0-9a-zß-öø-ԯ]/;
const termPattern = /[0-9a-zß-öø-ԯ]{1,32}|[\u0530-\u1fff\u2e80-\u2fdf\u3005-\u3007\u3040-\u318f\u3400-\ufaff]+/g;
// What shows nothing: it comes along when a name is copied from a web page, a PDF file or a chat.
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?![\s\x85])\p{Cc}/gu;
const capitals = /[A-ZÀ-ԯ]/g;
// Other forms of letters, digits and signs: ①, ㎡, Ⅲ, full and half width.
const compatible = /[\u00a0-\u00be\u2070-\u209f\u2100-\u218f\u2460-\u24ff\u3200-\u33ff\ufb00-\ufb06\uff01-\uffee]/g;
// Pieces of a text: characters each of which stays one when it is folded, or any other one.
const pieces = /[ -~\u2010-\u2027\u3000-\u3130\u3400-\u9fff\uff01-\uff5e]+|[^]/gu;

const range = (length) => [...Array(length).keys()];
// A word is found by how it begins: before it stands no other letter or digit.
const wholeWord = (term) => wordUnit.test(term) ? `(?<!${wordUnit.source})${term}` : term;
const intersection = (one, other) => {
  const members = new Set(other);
  return one.filter((member) => members.has(member));
};

// The index of this page: what index.bin holds, and the files that were asked for besides.
let root, stamp, allDocuments, foldedTexts, loadedParts, opening;
// The results of the last search: those not shown yet, how many there are, and what must be looked for in their texts.
let asked, remaining, total, uncertainTerms, highlight;
let turn = 0;
let timer;

// A text as the index has it. All that is typed and all that is looked through goes through here.
const fold = (text) => text.replace(invisible, "")
  .replace(compatible, (characters) => characters.normalize("NFKC"))
  .replace(capitals, (letter) => letter.toLowerCase())
  .replace(/[^]/g, (unit) => root.pairs[unit.charCodeAt()] ?? unit);

const getFile = async (url, cache) => {
  const { body } = await fetch(url, { cache });
  return new Response(body.pipeThrough(new DecompressionStream("gzip"))).json();
};
const openIndex = async () => {
  [stamp, root] = await getFile("index.bin", "no-cache");
  allDocuments = range(root.count);
  loadedParts = [];
  // Small sites have all texts in one file.
  foldedTexts = root.records?.map((record) => record.slice(2).map(fold));
};
const loadPart = async (number) => {
  const [ownStamp, content] = await getFile(`parts/${number}.bin?${stamp}`);
  // A file of another build: the search begins again.
  if (ownStamp != stamp) throw ownStamp;
  return content;
};
const getPart = (number) => loadedParts[number] ??= loadPart(number);
const getRecord = async (document) => {
  if (foldedTexts) return root.records[document];
  const block = root.starts.findLastIndex((start) => start <= document);
  return (await getPart(root.firsts.length + block))[document - root.starts[block]];
};

// Reads what is written of a term: numbers, and sets of documents, each as a part of one that is known.
const readerOf = (numbers = [1, 0]) => {
  let next = 0;
  const readNumber = () => numbers[next++];
  const readSubset = (known) => {
    const head = readNumber(), kind = head & 3;
    const values = numbers.slice(next, next += head >> 2);
    if (kind == 2) return known.filter((_, place) => values[Math.floor(place / 30)] >> place % 30 & 1);
    let last = -1;
    const places = new Set(values.map((gap) => last += gap + 1));
    return known.filter((_, place) => places.has(place) == (kind == 1));
  };
  return { readNumber, readSubset };
};
// The documents with a term, then those with it in practice, enterprise, team and title.
const readFields = ({ readNumber, readSubset }) => {
  const documents = readSubset(allDocuments), fields = readNumber();
  return [documents, ...range(4).map((field) => fields >> field & 1 ? readSubset(documents) : [])];
};

// Each way to look for a term gives the level of every document, 0 for none, and whether texts must be looked into.
const levelsOf = (fields, levels = allDocuments.map(() => 0)) => {
  fields.forEach((documents, level) => {
    for (const document of documents) levels[document] = Math.max(levels[document], level + 1);
  });
  return levels;
};
const findInTexts = (term) => {
  const pattern = RegExp(wholeWord(term));
  return [foldedTexts.map((fields) => (5 - fields.findIndex((text) => pattern.test(text))) % 6)];
};
const shardOf = (term) => Math.max(0, root.firsts.findLastIndex((first) => first <= term));
const findTerm = async (term) => readerOf((await getPart(shardOf(term)))[term]);
const findWord = async (start) => {
  const first = shardOf(start), last = shardOf(start + "\uffff"), levels = levelsOf([]);
  for (const shard of await Promise.all(range(last - first + 1).map((offset) => getPart(first + offset))))
    for (const term in shard) if (term.startsWith(start)) levelsOf(readFields(readerOf(shard[term])), levels);
  return [levels];
};
const findRun = async (run) => {
  let length = Math.min(2, run.length);
  const eachGram = (find) =>
    Promise.all(range(run.length - length + 1).map((at) => find(run.slice(at, at + length), at)));
  const pairs = await eachGram(async (pair) => readFields(await findTerm(pair)));
  const fields = pairs.reduce((one, other) => one.map((documents, level) => intersection(documents, other[level])));
  let sets = pairs.map(([documents]) => documents);
  let [documents] = fields;
  while (length < run.length && length < root.longest && documents.length > root.few) {
    length++;
    sets = await eachGram(async (gram, at) => {
      const both = intersection(sets[at], sets[at + 1]);
      return both.length > root.few ? (await findTerm(gram)).readSubset(both) : both;
    });
    documents = sets.reduce(intersection);
  }
  const isUncertain = run.length > 2 && (length < run.length || documents.length <= root.few);
  return [levelsOf(fields.map((field) => intersection(documents, field))), isUncertain];
};
const find = (term) => foldedTexts ? findInTexts(term) : wordUnit.test(term) ? findWord(term) : findRun(term);

const facetValues = (document, facet) => {
  const { of, names } = root.facets[facet];
  return of[document].map((number) => names[number]);
};
const fitsFacets = (document, exceptFacet) => selects.every(({ value }, facet) =>
  !value || facet == exceptFacet || facetValues(document, facet).includes(value));
const holdingAll = async (documents, terms) => {
  const records = await Promise.all(documents.map(getRecord));
  return documents.filter((_, at) => terms.every((term) => records[at].some((text) => fold(text).includes(term))));
};

// Where in a text its found parts begin and end: folding may make one character several, or none.
const foundRanges = (text) => {
  const starts = [], ends = [];
  let folded = "", at = 0;
  for (const [piece] of text.matchAll(pieces)) {
    const form = fold(piece), isEven = form.length == piece.length;
    for (const unit of range(form.length)) {
      starts.push(isEven ? at + unit : at);
      ends.push(isEven ? at + unit + 1 : at + piece.length);
    }
    folded += form;
    at += piece.length;
  }
  return [...folded.matchAll(highlight)].map(({ 0: { length }, index }) => [starts[index], ends[index + length - 1]]);
};
// Appends a text with what was found marked; of a longer one than there is room for, what is around the first find.
const appendMarked = (element, text, room = text.length) => {
  const found = foundRanges(text);
  const isQuotation = room < text.length;
  let at = isQuotation ? Math.max(0, found[0][0] - 30) : 0;
  const limit = at + room;
  element.append(at ? "…" : "");
  for (const [start, end] of found) if (start >= at && start < limit) {
    const mark = document.createElement("mark");
    mark.append(text.slice(start, end));
    element.append(text.slice(at, start), mark);
    at = end;
  }
  element.append(text.slice(at, limit), limit < text.length ? "…" : "");
};
const makeRow = async (document) => {
  const [url, state, title, ...fields] = await getRecord(document);
  const text = fields.pop();
  const row = template.content.cloneNode(true);
  const [link, badge, facts, quotation] = row.firstChild.children;
  const [year, province, kind] = range(3).map((facet) => facetValues(document, facet));
  link.href = url;
  badge.textContent = words[state];
  badge.className = "state-" + state;
  appendMarked(link, title);
  appendMarked(facts, [words[kind], ...fields, province, year].filter(String).join(" · "));
  // A quotation in which nothing is found says nothing.
  if (foundRanges(text).length) appendMarked(quotation, text, 120);
  return row;
};

const showMore = async () => {
  const ownTurn = turn, documents = [];
  while (documents.length < root.few && remaining.length) {
    const candidates = remaining.splice(0, root.few - documents.length);
    const holding = await holdingAll(candidates, uncertainTerms);
    if (ownTurn != turn) return;
    total -= candidates.length - holding.length;
    documents.push(...holding);
  }
  const rows = await Promise.all(documents.map(makeRow));
  if (ownTurn != turn) return;
  list.append(...rows);
  more.hidden = !remaining.length;
  ways.hidden = total > 0;
  const message = !total ? "none" : remaining.length && uncertainTerms.length ? "about" : "found";
  status.value = asked && words[message].replace("{count}", total);
};
const offerFacets = (hits) => selects.forEach((select, facet) => {
  const { value } = select;
  const values = hits.filter((document) => fitsFacets(document, facet))
    .flatMap((document) => facetValues(document, facet));
  select.length = 1;
  for (const name of root.facets[facet].names) {
    const count = values.filter((value) => value == name).length;
    if (count || name == value) select.add(new Option(`${words[name] ?? name} (${count})`, name));
  }
  select.value = value;
  select.parentElement.hidden = select.length < 3 && !value;
});

const search = async (mayRetry) => {
  const ownTurn = ++turn;
  // What an input method composes while the index comes is not asked for yet.
  asked = input.value;
  try {
    await (opening ??= openIndex());
    const typed = fold(asked.normalize()).trim();
    const terms = [...new Set(typed.match(termPattern))];
    const looks = await Promise.all(terms.map(find));
    // A name that holds what is asked and is as long is that name: it comes first.
    // Pages with several words, or the parts of a number, just as they are typed come next; large sites do without.
    const isExact = (document) => terms.length > 1 && foldedTexts?.[document].some((text) => text.includes(typed));
    const rank = (document) => {
      const level = Math.min(...looks.map(([levels]) => levels[document]));
      if (!level) return 0;
      return level + (root.lengths[level]?.[document] == typed.length ? 9 : isExact(document) ? 6 : 0);
    };
    const ranks = terms.length ? allDocuments.map(rank) : [];
    let hits = allDocuments.filter((document) => ranks[document])
      .sort((one, other) => ranks[other] - ranks[one] || one - other);
    const uncertain = terms.filter((_, at) => looks[at][1]);
    if (hits.length <= root.few) hits = await holdingAll(hits, uncertain);
    if (ownTurn != turn) return;
    uncertainTerms = uncertain;
    highlight = RegExp(terms.map(wholeWord).join("|") || "$^", "g");
    offerFacets(hits);
    remaining = hits.filter((document) => fitsFacets(document));
    total = remaining.length;
    list.replaceChildren();
    await showMore();
  } catch {
    opening = null;
    if (mayRetry) return search();
    status.value = words.failed;
    ways.hidden = false;
  }
};

const restore = () => {
  const asked = new URLSearchParams(location.search);
  input.value = asked.get("q");
  ways.hidden = input.value > "";
  for (const select of selects) select.add(new Option("", asked.get(select.name) ?? "", false, true));
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
  const stops = [input, ...list.querySelectorAll("a")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  let next;
  if (key == "/" && !target.matches("input, select")) next = input;
  else if (step && stops.includes(target)) next = stops[stops.indexOf(target) + step];
  if (!next) return;
  next.focus();
  return false;
};
restore();
