// Texts as the index has them: all that is typed and all that is looked through goes through here.
import { range } from "./bits.js";

// Folded words and numbers.
export const wordUnit = /[0-9a-zß-öø-ԯ]/;
// Words and numbers, and runs of what is written without blanks.
export const termPattern = /[0-9a-zß-öø-ԯ]{1,32}|[\u0530-\u1fff\u2e80-\u2fdf\u3005-\u3007\u3040-\u318f\u3400-\ufaff]+/g;
// What shows nothing: it comes along when a name is copied from a web page, a PDF file or a chat.
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?![\s\x85])\p{Cc}/gu;
const capitals = /[A-ZÀ-ԯ]/g;
// Other forms of letters, digits and signs: ①, ㎡, Ⅲ, full and half width.
const compatible = /[\u00a0-\u00be\u2070-\u209f\u2100-\u218f\u2460-\u24ff\u3200-\u33ff\ufb00-\ufb06\uff01-\uffee]/g;
// Pieces of a text: characters each of which stays one when it is folded, or any other one.
const pieces = /[ -~\u2010-\u2027\u3000-\u3130\u3400-\u9fff\uff01-\uff5e]+|[^]/gu;

// - pairs: the units that fold to others in a way that browsers do not know, and what matches one of them.
export const fold = (text, { pairs, pattern }) => text.replace(invisible, "")
  .replace(compatible, (characters) => characters.normalize("NFKC"))
  .replace(capitals, (letter) => letter.toLowerCase())
  .replace(pattern, (unit) => pairs[unit]);

// Where a folded text has a term; a word only where it begins.
export const placesOf = (folded, term) => {
  const places = [];
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1))
    if (!wordUnit.test(term) || !wordUnit.test(folded.charAt(at - 1))) places.push(at);
  return places;
};

// Where in a text what has any of some terms begins and ends: folding may make one character several, or none.
export const foundRanges = (text, terms, folding) => {
  const starts = [], ends = [], ranges = [];
  let folded = "", at = 0;
  for (const piece of text.match(pieces) || []) {
    const form = fold(piece, folding), isEven = form.length == piece.length;
    for (const unit of range(form.length)) {
      starts.push(isEven ? at + unit : at);
      ends.push(isEven ? at + unit + 1 : at + piece.length);
    }
    folded += form;
    at += piece.length;
  }
  const isFound = starts.map(() => false);
  for (const term of terms) for (const place of placesOf(folded, term)) isFound.fill(true, place, place + term.length);
  isFound.forEach((own, place) => {
    if (!own) return;
    if (isFound[place - 1]) ranges[ranges.length - 1][1] = ends[place];
    else ranges.push([starts[place], ends[place]]);
  });
  return ranges;
};
