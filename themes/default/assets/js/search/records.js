// What is typed about a title, compared with what its record says. Only what a record says whole is equal to it: what is
// merely alike is never taken for it.

// The parts of a question, as bits.
const team = 1, enterprise = 2, ownYear = 4, otherYear = 8;

// The sets of parts that make up a text with nothing left over, in any order.
const coversOf = (text, parts) => {
  const reached = [new Set([0])];
  for (let at = 0; at < text.length; at++) for (const bits of reached[at] || []) for (const [part, bit] of parts)
    if (part && text.startsWith(part, at)) {
      const end = at + part.length;
      (reached[end] = reached[end] || new Set()).add(bits | bit);
    }
  return [...reached[text.length] || []];
};

// How a question is like a record: "equal" where it names the team, or the number, and says nothing that is not so;
// "otherYear" where only the year is another one; "enterprise" where it names nothing but the enterprise; else "".
// - years: those of all records. province: the record's, or nothing.
// - lettersOf, termsOf: a text as it is compared, without signs; and what stands by itself in it.
// - words: what may stand beside the names; the ways to write an enterprise, a year and a province, with * in their place.
export const likenessOf = (question, record, years, province, { lettersOf, termsOf, fold }, words) => {
  const [, , title, , enterprises, , text] = record;
  const [year, id] = text.split("\n")[0].split(" ");
  const asked = lettersOf(question), alone = termsOf(fold(question));
  const parts = [[lettersOf(title), team]];
  const add = (patterns, name, bit, isWanted = () => true) => {
    for (const pattern of patterns) {
      const part = lettersOf(pattern.replace("*", name));
      if (isWanted(part)) parts.push([part, bit]);
    }
  };
  // Digits behind a name may be part of another name.
  add(["*"], id, team, (part) => /[a-z]/.test(part) || part == asked);
  for (const name of enterprises.split(" · ")) add(words.enterprises, name, enterprise);
  for (const other of years) add(words.years, other, other == year ? ownYear : otherYear);
  // Before a name, that of a province may be part of it.
  if (province) add(words.provinces, province, 0, (part) => alone.includes(part));
  add(words.beside, "", 0);
  const covers = coversOf(asked, parts);
  if (covers.some((bits) => bits & team && !(bits & otherYear))) return "equal";
  if (covers.some((bits) => bits & team)) return "otherYear";
  return covers.some((bits) => bits & enterprise) ? "enterprise" : "";
};
