// Shows pages as rows of a list.
import { foundRanges } from "./folding.js";
import { range } from "./bits.js";

// Of a longer text so many characters are quoted.
const quoted = 120;

// Of the places that were found, the one around which most stands.
const bestOf = (ranges) => {
  const nearby = ranges.map(([start]) =>
    ranges.reduce((sum, [from, to]) => sum + (from >= start && to <= start + quoted - 30 ? to - from : 0), 0));
  return ranges[nearby.indexOf(Math.max(...nearby))][0];
};
// Appends a text with what was found marked; of a longer one than there is room for, what is around the best find.
const appendMarked = (element, text, ranges, room) => {
  let at = room < text.length ? Math.max(0, bestOf(ranges) - 30) : 0;
  const limit = at + room;
  element.append(at ? "…" : "");
  for (const [start, end] of ranges) if (start >= at && start < limit) {
    const mark = document.createElement("mark");
    mark.append(text.slice(start, end));
    element.append(text.slice(at, start), mark);
    at = end;
  }
  element.append(text.slice(at, limit), limit < text.length ? "…" : "");
};

export const facetValues = ({ facets }, page, facet) => facets[facet].of[page];

// - words: the texts of the page by name.
// - terms: what is marked.
export const makeRow = async (index, page, template, words, terms) => {
  const [url, state, title, ...fields] = await index.getRecord(page);
  const text = fields.pop();
  const row = template.content.cloneNode(true);
  const [link, badge, facts, quotation] = row.firstChild.children;
  const [year, province, kind] = range(3).map((facet) => facetValues(index, page, facet));
  const append = (element, own, room) => appendMarked(element, own, foundRanges(own, terms, index.folding), room);
  link.href = url;
  badge.textContent = words[state] || "";
  badge.className = "state-" + state;
  append(link, title, title.length);
  const all = [words[kind], ...fields, ...province, ...year].filter(String).join(" · ");
  append(facts, all, all.length);
  // A quotation in which nothing is found says nothing.
  const found = foundRanges(text, terms, index.folding);
  if (found.length) appendMarked(quotation, text, found, quoted);
  return row;
};
