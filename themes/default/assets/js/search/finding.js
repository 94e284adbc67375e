// Which pages have what is typed.
import { fold, foundRanges, placesOf, termPattern, wordUnit } from "./folding.js";
import { range } from "./bits.js";

const partsOf = (run) => run.length < 2 || wordUnit.test(run)
  ? [run] : range(run.length - 1).map((at) => run.slice(at, at + 2));
const intersection = (one, other) => {
  const members = new Set(other);
  return one.filter((member) => members.has(member));
};

export const finderOf = (index) => {
  const { count, pages, lengths, folding, records, getRecord, getTerms, few } = index;
  const foldText = (text) => fold(text.normalize(), folding);
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
    const typed = foldText(text).trim(), terms = termsOf(typed);
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

  return {
    ...index, texts: foldedTexts, find, findExactly, holdingAll, termsOf, partsOf, levelsOf,
    fold: foldText,
    // Words and Han alone, as they follow each other.
    lettersOf: (text) => (foldText(text).match(termPattern) || []).join(""),
    isWord: (term) => wordUnit.test(term),
    // Where a text has any of some terms.
    rangesOf: (text, terms) => foundRanges(text, terms, folding),
  };
};
