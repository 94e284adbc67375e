// Texts are written in pieces that occur often, each by a prefix code.
import { range, widthOf } from "./bits.js";

// Reads the lengths of the codes of some symbols; returns what reads a symbol. Of one length, codes are consecutive.
export const symbolReaderOf = (lengths, count) => {
  const byLength = range(32).map(() => []);
  for (const symbol of range(count)) byLength[lengths.read(5)].push(symbol);
  return ({ bit, read }) => {
    let code = read(0), length = 1;
    for (;; length++) {
      code = code * 2 + bit();
      if (code < byLength[length].length) return byLength[length][code];
      code -= byLength[length].length;
    }
  };
};

// Reads the table of pieces; returns what reads texts, each of which ends with U+0000.
export const textReaderOf = (table) => {
  const { read, number } = table, pieces = [""];
  let unit = 0;
  for (let count = number() + 1; count--; unit++) pieces.push(String.fromCharCode(unit += number()));
  for (let rounds = number(); rounds--;) {
    const width = widthOf(pieces.length - 1);
    let first = 0;
    pieces.push(...range(number()).map(() => pieces[first += number()] + pieces[read(width)]));
  }
  const readSymbol = symbolReaderOf(table, pieces.length);
  return (reader, count) => {
    let text = "";
    while (count > 0) {
      // A unit that is no piece stands by itself.
      const piece = pieces[readSymbol(reader)] || String.fromCharCode(reader.read(16));
      text += piece;
      count -= piece.split("\0").length - 1;
    }
    return text.split("\0").slice(0, -1);
  };
};
