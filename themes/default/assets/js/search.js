// Searches the index of the site for what is typed; docs/search-index.md explains how.
const form = document.forms.search, { q: input, status, more } = form.elements, words = form.dataset;
// The ways by lists below are shown as long as there are no results, which would push them down.
const [list, { content }] = form.querySelectorAll(".results, template"), ways = form.nextElementSibling;
const selects = [...form.querySelectorAll("select")];
// Folded words and numbers, and what is written without blanks.
const word = /[0-9a-zß-öø-ԯ]/;
const term = /[0-9a-zß-öø-ԯ]{1,32}|[\u0530-\u1fff\u2e80-\u2fdf\u3005-\u3007\u3040-\u318f\u3400-\ufaff]+/g;

const count = (length, make) => [...Array(length).keys()].map(make);
const whole = (term) => word.test(term) ? `(?<!${word.source})${term}` : term;
const both = (one, two) => one.filter(Set.prototype.has, new Set(two));

// Reads the sets of documents of a term one after the other, each as a part of one that is known.
const reader = (numbers = [1, 0], next = 0) => (all) => {
  const head = numbers[next++], kind = head & 3;
  if (!all) return head;
  const rest = numbers.slice(next, next += head >> 2);
  if (kind == 2) return all.filter((_, at) => rest[at / 30 | 0] >> at % 30 & 1);
  let last = -1;
  const places = new Set(rest.map((gap) => last += gap + 1));
  return all.filter((_, at) => places.has(at) == (kind == 1));
};

const get = async (url, cache) => {
  const { body } = await fetch(url, { cache });
  return new Response(body.pipeThrough(new DecompressionStream("gzip"))).json();
};

let root, stamp, all, texts, parts, opened, pattern, doubts, left, total, timer, turn = 0;

const fold = (text) => text.replace(/[^]/g, (unit) => root.pairs[unit.charCodeAt()] ?? unit);
const open = async () => {
  [stamp, root] = await get("index.bin", "no-cache");
  all = count(root.count, Number);
  parts = [];
  // Small sites have all texts in one file.
  texts = root.records?.map((record) => record.slice(2).map(fold));
};
const load = async (number) => {
  const [own, content] = await get(`parts/${number}.bin?${stamp}`);
  // A file of another build: the search begins again.
  if (own != stamp) throw own;
  return content;
};
const part = (number) => parts[number] ??= load(number);
const record = async (doc) => {
  if (texts) return root.records[doc];
  const number = root.starts.findLastIndex((start) => start <= doc);
  return (await part(root.firsts.length + number))[doc - root.starts[number]];
};

const scan = (term) => {
  const place = RegExp(whole(term));
  return [texts.map((fields) => (5 - fields.findIndex((text) => place.test(text))) % 6)];
};
const place = (term) => Math.max(0, root.firsts.findLastIndex((first) => first <= term));
const find = async (term) => reader((await part(place(term)))[term]);
// The documents with a term, then those with it in practice, enterprise, team and title.
const lists = (read) => {
  const docs = read(all), fields = read();
  return [docs, ...count(4, (field) => fields >> field & 1 ? read(docs) : [])];
};
const score = (lists, scores = all.map(() => 0)) => {
  lists.forEach((docs, level) => docs.forEach((doc) => scores[doc] = Math.max(scores[doc], level + 1)));
  return scores;
};
const prefix = async (start) => {
  const from = place(start), scores = score([]);
  for (const terms of await Promise.all(count(place(start + "\uffff") - from + 1, (next) => part(from + next))))
    for (const term in terms) if (term.startsWith(start)) score(lists(reader(terms[term])), scores);
  return [scores];
};
const run = async (text) => {
  let size = text.length, length = Math.min(2, size);
  const grams = (make) => Promise.all(count(size - length + 1, (at) => make(text.substr(at, length), at)));
  const pairs = await grams(async (pair) => lists(await find(pair)));
  const fields = pairs.reduce((one, two) => one.map((docs, level) => both(docs, two[level])));
  let sets = pairs.map(([docs]) => docs), [docs] = fields;
  while (length < size && length < root.longest && docs.length > root.few) {
    length++;
    sets = await grams(async (gram, at) => {
      const near = both(sets[at], sets[at + 1]);
      return near.length > root.few ? (await find(gram))(near) : near;
    });
    docs = sets.reduce(both);
  }
  return [score(fields.map((field) => both(docs, field))), size > 2 && (length < size || docs.length <= root.few)];
};

const valuesOf = (doc, facet, { of, names } = root.facets[facet]) => of[doc].map((at) => names[at]);
const mark = (element, text, room) => {
  const found = [...fold(text).matchAll(pattern)];
  // A quotation in which nothing is found says nothing.
  if (room && !found[0]) return;
  let at = room < text.length ? Math.max(0, found[0].index - 30) : 0;
  const end = at + (room ?? text.length);
  element.append(at ? "…" : "");
  for (const { 0: { length }, index: start } of found) if (start < end) {
    const mark = document.createElement("mark");
    element.append(text.slice(at, start), mark);
    mark.append(text.slice(start, at = start + length));
  }
  element.append(text.slice(at, end), end < text.length ? "…" : "");
};
const row = async (doc) => {
  const [url, state, title, ...fields] = await record(doc), text = fields.pop();
  const line = content.cloneNode(true), [link, badge, facts, quote] = line.firstChild.children;
  const [year, province, kind] = count(3, (facet) => valuesOf(doc, facet));
  link.href = url;
  badge.textContent = words[state];
  badge.className = "state-" + state;
  mark(link, title);
  mark(facts, [words[kind], ...fields, province, year].filter(String).join(" · "));
  mark(quote, text, 120);
  return line;
};
const fits = (but) => (doc) => selects.every(({ value }, facet) => !value || facet == but || valuesOf(doc, facet).includes(value));
const sure = async (docs, parts) => {
  const records = await Promise.all(docs.map(record));
  return docs.filter((_, at) => parts.every((part) => records[at].some((text) => fold(text).includes(part))));
};

const show = async () => {
  const now = turn, docs = [];
  while (docs.length < root.few && left.length) {
    const some = left.splice(0, root.few - docs.length), good = await sure(some, doubts);
    if (now != turn) return;
    total -= some.length - good.length;
    docs.push(...good);
  }
  const rows = await Promise.all(docs.map(row));
  if (now != turn) return;
  list.append(...rows);
  more.hidden = !left.length;
  ways.hidden = total;
  status.value = input.value && words[total ? left.length && doubts[0] ? "about" : "found" : "none"].replace("{count}", total);
};

const search = async (again) => {
  const now = ++turn;
  try {
    await (opened ??= open());
    const typed = fold(input.value).trim(), asked = [...new Set(typed.match(term))];
    const looks = await Promise.all(asked.map((term) => (texts ? scan : word.test(term) ? prefix : run)(term)));
    // A name that holds what is asked and is as long is that name: it comes first.
    // Pages with several words, or the parts of a number, just as they are typed come next; large sites do without.
    const exact = texts?.map((fields) => asked[1] && fields.some((text) => text.includes(typed)));
    const rank = (doc, level = Math.min(...looks.map(([scores]) => scores[doc]))) => level && level + (root.lengths[level]?.[doc] == typed.length ? 9 : exact?.[doc] ? 6 : 0);
    let hits = asked[0] ? all.filter((doc) => rank(doc)).sort((one, two) => rank(two) - rank(one) || one - two) : [];
    const unsure = asked.filter((_, at) => looks[at][1]);
    if (hits.length <= root.few) hits = await sure(hits, unsure);
    if (now != turn) return;
    doubts = unsure;
    pattern = RegExp(asked.map(whole).join("|") || "$^", "g");
    selects.forEach((select, facet) => {
      const { value } = select, values = hits.filter(fits(facet)).flatMap((doc) => valuesOf(doc, facet));
      select.length = 1;
      for (const name of root.facets[facet].names) {
        const size = values.filter((value) => value == name).length;
        if (size || name == value) select.add(new Option(`${words[name] ?? name} (${size})`, name));
      }
      select.value = value;
      select.parentElement.hidden = select.length < 3 && !value;
    });
    left = hits.filter(fits());
    total = left.length;
    list.replaceChildren();
    await show();
  } catch {
    opened = null;
    if (again) return search();
    status.value = words.failed;
    ways.hidden = 0;
  }
};

const restore = () => {
  const asked = new URLSearchParams(location.search);
  ways.hidden = input.value = asked.get("q");
  selects.forEach((select) => select.add(new Option("", asked.get(select.name) ?? "", 0, 1)));
  search(true);
};
const keep = (method) => {
  clearTimeout(timer);
  history[method]("", "", "?" + new URLSearchParams([...new FormData(form)].filter(([, value]) => value)));
  search(true);
};
const typed = ({ isComposing }) => {
  clearTimeout(timer);
  if (!isComposing) timer = setTimeout(keep, 120, "replaceState");
};
input.oninput = typed;
input.addEventListener("compositionend", typed);
form.onchange = ({ target }) => target != input && keep("pushState");
form.onsubmit = () => keep("pushState") ?? false;
more.onclick = show;
onpopstate = restore;
onkeydown = ({ key, target, isComposing }) => {
  const stops = [input, ...list.querySelectorAll("a")], step = { ArrowDown: 1, ArrowUp: -1 }[key],
    next = key == "/" && !target.matches("input, select") ? input : stops.includes(target) && stops[stops.indexOf(target) + step];
  if (next && !isComposing) return next.focus() ?? false;
};
restore();
