// What helps to understand questions, at the end of an index: words that mean the same, and how the Han of names are read.
import { range, widthOf } from "./bits.js";

const known = new Map();

// - synonyms: groups of folded words.
// - readings: by unit, the syllables that it is read as. syllables: by each, the units that are read so.
export const aidsOf = ({ aids: { reader, readTexts }, fold }) => {
  if (known.has(reader)) return known.get(reader);
  const { number, read } = reader;
  const synonyms = range(number()).map(() => readTexts(reader, number() + 2).map(fold));
  const names = readTexts(reader, number()), width = widthOf(names.length), syllables = {};
  for (const name of names) syllables[name] = "";
  let unit = 0;
  for (let left = number(); left--;) {
    unit += number();
    syllables[names[read(width)]] += String.fromCharCode(unit);
  }
  const aids = { synonyms, syllables };
  known.set(reader, aids);
  return aids;
};
