// What comes near to what is typed. It is loaded where little or nothing has all of it.

// What a part of a question counts in a text, in practices, and in the names of enterprise, team and title.
const worth = [0, 0.6, 0.7, 0.85, 0.95, 1];
// What comes near has at least this share of what is typed.
const leastShare = 0.3;
// So many parts of a long question are looked for.
const mostParts = 24;

// What has much of what is typed, in any order, best first: each pair of Han and each word counts the more the fewer pages
// have it, and in names more than in texts.
// - negligible: words by which nobody wants anything found.
// - exact: pages that are left out.
export const findNearly = async (index, text, negligible, exact) => {
  const { count, pages, lengths, fold, isWord, termsOf, partsOf, find } = index;
  const rest = negligible.reduce((left, word) => isWord(word) ? left : left.split(word).join(" "), fold(text));
  const wanted = termsOf(rest).filter((term) => !negligible.includes(term));
  // An id without its hyphen, zj003, is nowhere as one word.
  const parts = await Promise.all(wanted.map(async (term) => {
    const [, ...divided] = term.match(/^([a-z]+)(\d+)$/) || [];
    return divided.length && !(await find(term)).some(Boolean) ? divided : partsOf(term);
  }));
  const terms = [...new Set([].concat(...parts))].slice(0, mostParts);
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
