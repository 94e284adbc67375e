// Names that are read as what is typed in Latin letters: yunhe, yunhedg, or the first letters alone, yhdg.

// What stands in an index before the first letters of a name, of which it has so many.
const initialsMark = "\u052f", mostInitials = 6;
// First letters are looked for where there are so many: fewer are those of too many names.
const fewestInitials = 3;
// So many ways to divide letters into syllables are tried.
const mostWays = 8;
// So many names are looked into.
const mostLookedInto = 40;

// The ways to divide letters into syllables, as lists of the units that each may be; the last syllable may lack its end.
const waysOf = (letters, syllables) => {
  const ways = [];
  const divide = (at, way) => {
    if (ways.length == mostWays) return;
    if (at == letters.length) return way.length && ways.push(way);
    for (let end = Math.min(letters.length, at + 6); end > at; end--) {
      const piece = letters.slice(at, end);
      if (syllables[piece]) divide(end, [...way, syllables[piece]]);
      else if (end == letters.length && way.length) {
        const begun = Object.keys(syllables).filter((name) => name.startsWith(piece));
        if (begun.length) ways.push([...way, begun.map((name) => syllables[name]).join("")]);
      }
    }
  };
  divide(0, []);
  return ways;
};
const patternOf = (ways) => RegExp(ways.map((way) => way.map((units) => `[${units}]`).join("")).join("|"), "g");

// The level of each page by what is read as some letters, and what that is.
export const findByReading = async (index, letters, syllables) => {
  const { pages, texts, getTerms, getRecord, levelsOf, find, fold } = index;
  const ways = waysOf(letters, syllables), found = new Set();
  const levels = pages.map(() => 0);
  const hasInitials = letters.length >= fewestInitials;
  // - from: as many fields are looked through.
  const look = (page, fields, pattern) => fields.forEach((text, field) => {
    const own = text.match(pattern);
    if (!own) return;
    levels[page] = Math.max(levels[page], 5 - field);
    own.forEach((term) => found.add(term));
  });
  if (texts) {
    const initials = [...letters].map((letter) =>
      Object.keys(syllables).filter((name) => name[0] == letter).map((name) => syllables[name]).join(""));
    if (ways.length) texts.forEach((fields, page) => look(page, fields, patternOf(ways)));
    if (hasInitials && initials.every(Boolean)) {
      const pattern = patternOf([initials]);
      texts.forEach((fields, page) => look(page, fields.slice(0, 3), pattern));
    }
    return { levels, terms: [...found] };
  }
  const own = hasInitials ? await find(initialsMark + letters.slice(0, mostInitials)) : levels;
  // Of a way the two syllables are asked for of which the first may be the fewest; the names tell whether all fit.
  const candidates = [];
  for (const way of ways) {
    if (way.length < 2) continue;
    const at = way.slice(0, -1).reduce((best, units, place) => units.length < way[best].length ? place : best, 0);
    for (const unit of way[at]) for (const terms of await getTerms(unit, unit + "\uffff"))
      for (const term in terms) if (term.length == 2 && term[0] == unit && way[at + 1].includes(term[1])) {
        candidates.push(terms[term]);
      }
  }
  const names = candidates.length ? levelsOf(candidates) : levels;
  const likely = pages.filter((page) => names[page] > 1).sort((one, other) => names[other] - names[one]);
  const pattern = ways.length && patternOf(ways);
  for (const page of likely.slice(0, mostLookedInto))
    look(page, (await getRecord(page)).slice(2, 6).map(fold), pattern);
  return { levels: levels.map((level, page) => Math.max(level, own[page])), terms: [...found] };
};
