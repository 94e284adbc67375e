// Reads the bits of a file, the highest of each byte first.
export const range = (length) => Array.from({ length }, (_, place) => place);
// How many bits the numbers up to one take.
export const widthOf = (number) => 32 - Math.clz32(number);

// - bytes: the file; what stands before `start` is not read.
export const readerOf = (bytes, start) => {
  let at = start * 8;
  const bit = () => bytes[at >> 3] >> 7 - (at++ & 7) & 1;
  const read = (count) => {
    // A file that was cut: it does not go on with zeros for ever.
    if (at >> 3 > bytes.length) throw at;
    let value = 0;
    while (count--) value = value * 2 + bit();
    return value;
  };
  // A number from 0 by Elias' gamma code: as many zeros as its successor has binary digits after the first, then those.
  const number = () => {
    let digits = 0;
    while (!read(1)) digits++;
    return 2 ** digits + read(digits) - 1;
  };
  // Ascending numbers below a limit, by Rice's code for the gaps between them, or between those that are missing.
  const places = (limit, count) => {
    const isInverse = count * 2 > limit, fewer = isInverse ? limit - count : count;
    let low = 0, next = 0;
    while (fewer && fewer * 3 * 2 ** (low + 1) <= limit * 2) low++;
    const found = range(fewer).map(() => {
      while (read(1)) next += 2 ** low;
      next += read(low) + 1;
      return next - 1;
    });
    if (!isInverse) return found;
    const missing = new Set(found);
    return range(limit).filter((place) => !missing.has(place));
  };
  return { bit, read, number, places };
};
