// What comes near to what is typed. It is loaded once something was searched.
import { aidsOf } from "./search/aids.js";
import { findByReading } from "./search/pinyin.js";

// With fewer exact results, what comes near is shown too; with more, only what means the same, on small sites.
const little = 3;
// What a part of a question counts in a text, in practices, and in the names of enterprise, team and title.
const worth = [0, 0.6, 0.7, 0.85, 0.95, 1];
// What comes near has at least this share of what is typed; what means the same has all.
const leastShare = 0.3, wholeShare = 0.999;
// So many parts of a long question are looked for.
const mostParts = 24;
// How a year and a province may be written, behind the year or the short name of the province.
const yearPattern = /(\d{4})年度?/g;
const provinceEnd = "(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)";

// What has much of what is typed, in any order, best first: each pair of Han and each word counts the more the fewer pages
// have it, and in names more than in texts. A word counts where another one stands that means the same.
// - negligible: words by which nobody wants anything found.
// - exact: pages that are left out.
export const findNearly = async (index, text, negligible, exact) => {
  const { count, pages, lengths, facets, fold, isWord, termsOf, partsOf, find } = index;
  const { synonyms, syllables } = aidsOf(index);
  const typed = fold(text);
  // A word of Latin letters is none where it stands within another one.
  const holds = (word) => isWord(word) ? ` ${typed} `.split(/[^0-9a-zß-öø-ԯ]+/).join(" ").includes(` ${word} `) : typed.includes(word);
  const meant = [].concat(...synonyms).filter(holds).sort((one, other) => other.length - one.length);
  const isLittle = exact.length < little;
  // Of a large site that would take as many files again.
  if (!isLittle && !(meant.length && index.texts)) return { terms: [], hits: [] };

  let rest = negligible.reduce((left, word) => isWord(word) ? left : left.split(word).join(" "), typed);
  rest = rest.replace(yearPattern, " $1 ")
    .replace(RegExp(`(${facets[1].names.join("|") || "\\n"})${provinceEnd}`, "g"), " $1 ");
  // Each part of the question with all that may stand for it, and how much it weighs beside a pair.
  const parts = [];
  for (const word of meant) {
    if (!rest.includes(word)) continue;
    rest = rest.split(word).join(" ");
    const terms = synonyms.find((group) => group.includes(word)).map((other) => termsOf(other));
    parts.push({ terms, factor: partsOf(word).length });
  }
  // A single Han is left where words around it were cut.
  const wanted = termsOf(rest).filter((term) =>
    !negligible.includes(term) && (term.length > 1 || isWord(term) || !parts.length && term == typed));
  const isLatin = (term) => /^[a-z]+$/.test(term);
  const levelsOf = async (terms) => {
    const own = await Promise.all(terms.map(find));
    return pages.map((page) => Math.min(...own.map((levels) => levels[page])));
  };
  const isNowhere = async (term) => !(await find(term)).some(Boolean);
  // Syllables one by one, of which some may be words as well.
  const isSpelt = wanted.length > 1 && wanted.every((term) => syllables[term]);
  let latin = "";
  for (const term of wanted) {
    const [, ...divided] = term.match(/^([a-z]+)(\d+)$/) || [];
    if (isSpelt || isLatin(term) && await isNowhere(term)) latin += term;
    // An id without its hyphen, zj003, is nowhere as one word.
    else if (divided.length && await isNowhere(term)) divided.forEach((part) => parts.push({ terms: [[part]], factor: 1 }));
    else partsOf(term).forEach((part) => parts.push({ terms: [[part]], factor: 1 }));
  }
  const shown = [];
  const found = await Promise.all(parts.slice(0, mostParts).map(async ({ terms, factor }) => {
    const own = await Promise.all(terms.map(levelsOf));
    const levels = pages.map((page) => Math.max(...own.map((levels) => levels[page])));
    // A year and a province are known of a page also where no text says them.
    for (const facet of [0, 1]) for (const [name, more] of terms) if (!more && facets[facet].names.includes(name)) {
      for (const page of pages) if (facets[facet].of[page].includes(name)) levels[page] = 5;
    }
    terms.forEach((term, at) => own[at].some(Boolean) && shown.push(...term));
    return { levels, factor };
  }));
  if (latin) {
    const { levels, terms } = await findByReading(index, latin, syllables);
    found.push({ levels, factor: 1 });
    shown.push(...terms);
  }
  const weights = found.map(({ levels, factor }) => {
    const having = levels.filter(Boolean).length;
    // What no page has may be a slip.
    return factor * (having ? Math.log(1 + count / having) : Math.log(1 + count) / 2);
  });
  const sum = (of) => weights.reduce((total, weight, at) => total + weight * of(found[at].levels), 0);
  const whole = sum(() => 1), isExact = new Set(exact);
  const shares = pages.map((page) => sum((own) => own[page] ? 1 : 0) / whole);
  // One pair of several may meet by accident.
  const least = found.length > 2 ? 2 : 1;
  const isNear = (page) => shares[page] >= (isLittle ? leastShare : wholeShare) && !isExact.has(page)
    && found.filter(({ levels }) => levels[page]).length >= least;
  const ranks = pages.map((page) => sum((own) => worth[own[page]]));
  const hits = pages.filter(isNear)
    .sort((one, other) => ranks[other] - ranks[one] || lengths[5][one] - lengths[5][other] || one - other);
  return { terms: shown, hits };
};
