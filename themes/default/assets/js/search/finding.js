// Which pages have what is typed, and which come near.
import { fold, placesOf, termPattern, wordUnit } from "./folding.js";
import { range } from "./bits.js";

// So many parts of a long question are looked for when nothing has all of it.
const mostParts = 24;
// What a part of a question counts in a text, in practices, and in the names of enterprise, team and title.
const worth = [0, 0.6, 0.7, 0.85, 0.95, 1];
// What comes near has at least this share of what is typed.
const leastShare = 0.3;

const partsOf = (run) => run.length < 2 || wordUnit.test(run)
  ? [run] : range(run.length - 1).map((at) => run.slice(at, at + 2));
const intersection = (one, other) => {
  const members = new Set(other);
  return one.filter((member) => members.has(member));
};

export const finderOf = (index) => {
  const { count, pages, lengths, folding, records, getRecord, getTerms, few } = index;
  const foldAll = (texts) => texts.map((text) => fold(text, folding));
  const foldedTexts = records && records.map((record) => foldAll(record.slice(2)));
  const termsOf = (text) => [...new Set(text.match(termPattern))];

  // The level of each page by its best field: 5 title, 4 team, 3 enterprise, 2 practice, 1 text; 0 for none.
  const levelsOf = (found) => {
    const levels = pages.map(() => 0);
    for (const fields of found) fields.forEach((own, field) => {
      for (const page of own) levels[page] = Math.max(levels[page], field + 1);
    });
    return levels;
  };
  const levelIn = (texts, term) => (5 - texts.findIndex((text) => placesOf(text, term).length)) % 6;
  const findWord = async (start) => {
    const found = [];
    for (const terms of await getTerms(start, start + "\uffff"))
      for (const term in terms) if (term.startsWith(start)) found.push(terms[term]);
    return levelsOf(found);
  };
  const findRun = async (run) => {
    const found = await Promise.all(partsOf(run).map(async (part) =>
      (await getTerms(part, part))[0][part] || [[], [], [], [], []]));
    const fields = found.reduce((one, other) => one.map((own, field) => intersection(own, other[field])));
    return levelsOf([fields]);
  };
  const find = (term) =>
    foldedTexts ? foldedTexts.map((texts) => levelIn(texts, term)) : wordUnit.test(term) ? findWord(term) : findRun(term);
  // Those of some pages whose texts have all of some terms.
  const holdingAll = async (some, terms) => {
    const texts = terms.length ? await Promise.all(some.map(getRecord)) : [];
    return some.filter((_, at) => terms.every((term) => levelIn(foldAll(texts[at].slice(2)), term)));
  };

  // What is found just as it is typed, best first; and the terms that must be looked for in the texts of more pages
  // than `few`.
  const findExactly = async (text) => {
    const typed = fold(text.normalize(), folding).trim(), terms = termsOf(typed);
    const levels = await Promise.all(terms.map(find));
    // A name that holds what is asked and is as long is that name: it comes first.
    // Pages with several words, or the parts of a number, just as they are typed come next; large sites do without.
    const isTogether = (page) =>
      foldedTexts && terms.length > 1 && foldedTexts[page].some((own) => own.includes(typed));
    const ranks = pages.map((page) => {
      const level = terms.length && Math.min(...levels.map((own) => own[page]));
      if (!level) return 0;
      return level + (level > 2 && lengths[level][page] == typed.length ? 9 : isTogether(page) ? 6 : 0);
    });
    let hits = pages.filter((page) => ranks[page])
      .sort((one, other) => ranks[other] - ranks[one] || one - other);
    // Pairs of Han tell where all of a longer run may be.
    let uncertain = foldedTexts ? [] : terms.filter((term) => term.length > 2 && !wordUnit.test(term));
    if (hits.length <= few) {
      hits = await holdingAll(hits, uncertain);
      uncertain = [];
    }
    return { terms, hits, uncertain };
  };

  // What has much of what is typed, in any order, best first: each pair of Han and each word counts the more the fewer
  // pages have it, and in names more than in texts.
  // - negligible: words by which nobody wants anything found.
  const findNearly = async (text, negligible, exact) => {
    const rest = negligible.reduce(
      (left, word) => wordUnit.test(word) ? left : left.split(word).join(" "), fold(text.normalize(), folding));
    const wanted = termsOf(rest).filter((term) => !negligible.includes(term));
    const terms = [...new Set([].concat(...wanted.map(partsOf)))].slice(0, mostParts);
    const levels = await Promise.all(terms.map(find));
    const weights = levels.map((own) => {
      const having = own.filter(Boolean).length;
      // What no page has may be a slip.
      return having ? Math.log(1 + count / having) : Math.log(1 + count) / 2;
    });
    const sum = (factor) => weights.reduce((total, weight, at) => total + weight * factor(levels[at]), 0);
    const whole = sum(() => 1), isExact = new Set(exact);
    const shares = pages.map((page) => sum((own) => own[page] ? 1 : 0) / whole);
    // One pair of several may meet by accident.
    const least = terms.length > 2 ? 2 : 1;
    const isNear = (page) => shares[page] >= leastShare && !isExact.has(page)
      && levels.filter((own) => own[page]).length >= least;
    const ranks = pages.map((page) => sum((own) => worth[own[page]]));
    const hits = pages.filter(isNear)
      .sort((one, other) => ranks[other] - ranks[one] || lengths[5][one] - lengths[5][other] || one - other);
    return { terms: terms.filter((_, at) => levels[at].some(Boolean)), hits };
  };
  return { ...index, findExactly, findNearly, holdingAll };
};
