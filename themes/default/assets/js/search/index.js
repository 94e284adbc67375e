// The files of an index, as docs/search-index.md describes them.
import { range, readerOf, widthOf } from "./bits.js";
import { symbolReaderOf, textReaderOf } from "./texts.js";

// Each file begins with eight bytes that all files of one index have in common.
const stampOf = (bytes) => bytes.slice(0, 8).join("-");
const getFile = async (url, cache) => new Uint8Array(await (await fetch(url, { cache })).arrayBuffer());
// The greatest place whose value is no greater than one; at least 0.
const placeOf = (values, value) => Math.max(0, values.filter((other) => other <= value).length - 1);

// Numbers below a limit, of which neighbours are often the same: each with how often it follows itself.
const readRuns = (reader, count, limit) => {
  const readSymbol = symbolReaderOf(reader, limit), values = [];
  while (values.length < count) {
    const value = readSymbol(reader);
    for (let left = reader.number() + 1; left--;) values.push(value);
  }
  return values;
};
// The values of a facet, and for each page its own.
const readFacet = (reader, count, readTexts) => {
  const { read, number } = reader, names = readTexts(reader, number()), width = widthOf(names.length);
  const lists = range(number()).map(() => range(number()).map(() => names[read(width)]));
  return { names, of: readRuns(reader, count, lists.length).map((list) => lists[list]) };
};
// A term: what it has in common with the one before, then by how much its next unit is greater, then the others.
const readTerm = ({ number }, previous) => {
  const shared = number(), base = previous.charCodeAt(shared) || 0, count = number();
  return previous.slice(0, shared)
    + String.fromCharCode(...range(count).map((place) => number() + (place ? 0 : base)));
};

// - folder: the address of the page beside which they are.
export const openIndex = async (folder) => {
  const bytes = await getFile(folder + "index.bin", "no-cache"), reader = readerOf(bytes, 8), { read, number } = reader;
  if (read(8) != 3) throw bytes;
  const readTexts = textReaderOf(reader), count = number(), few = number() + 1, pages = range(count);
  const facets = range(4).map(() => readFacet(reader, count, readTexts));
  // By the level of a result: 3 enterprise, 4 team, 5 title.
  const lengths = [, , , ...range(3).map(() => readRuns(reader, count, number() + 1))];
  const pairs = {};
  let unit = 0;
  for (let left = number(); left--; unit++) pairs[String.fromCharCode(unit += number())] = String.fromCharCode(read(16));
  const folding = { pairs, pattern: RegExp(`[${Object.keys(pairs).join("")}]`, "g") };
  // What helps to understand a question stands at the end, for nearest.js.
  const index = { count, few, pages, facets, lengths, folding, aids: { reader, readTexts } }, blocks = number();
  if (!blocks) {
    // Small sites have all texts in one file.
    const records = pages.map(() => readTexts(reader, 7));
    return { ...index, records, getRecord: (page) => records[page] };
  }

  const shards = number(), parts = [];
  let term = "";
  const words = range(number()).map(() => term = readTerm(reader, term));
  // With which term each shard begins.
  const firsts = [...words, ...reader.places(2 ** 32, number()).map((gram) =>
    String.fromCharCode(gram / 65536, gram % 65536).replace("\0", ""))];
  const startOf = (block) => Math.floor(block * count / blocks);
  const load = async (part) => {
    const own = await getFile(`${folder}parts/${part}.bin?${stampOf(bytes)}`);
    // A file of another build: the search begins again.
    if (stampOf(own) != stampOf(bytes)) throw own;
    return readerOf(own, 8);
  };
  // The pages with each term of a shard, then those with it in practice, enterprise, team and title.
  const readShard = (shard) => {
    const terms = {};
    let term = "";
    for (let left = shard.number(); left--;) {
      term = readTerm(shard, term);
      const own = shard.places(count, shard.number() + 1), fields = shard.read(1) && shard.read(4);
      terms[term] = [own, ...[0, 1, 2, 3].map((field) => fields >> field & 1
        ? shard.places(own.length, shard.number() + 1).map((place) => own[place]) : [])];
    }
    return terms;
  };
  const readBlock = (reader, block) =>
    range(startOf(block + 1) - startOf(block)).map(() => readTexts(reader, 7));
  const getPart = (part) => parts[part] = parts[part] || load(part).then(
    (reader) => part < shards ? readShard(reader) : readBlock(reader, part - shards));
  return {
    ...index,
    getRecord: async (page) => {
      const block = Math.ceil((page + 1) * blocks / count) - 1;
      return (await getPart(shards + block))[page - startOf(block)];
    },
    // What the shards from that of one term to that of another hold.
    getTerms: (first, last) => {
      const shard = placeOf(firsts, first);
      return Promise.all(range(placeOf(firsts, last) - shard + 1).map((place) => getPart(shard + place)));
    },
  };
};
