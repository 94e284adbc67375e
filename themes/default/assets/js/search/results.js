// Shows pages as rows of a list.

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
// - linesQuoted: so many lines of the text may be quoted.
export const makeRow = async (index, page, template, words, terms, linesQuoted) => {
  const [url, state, title, team, enterprise, practices, all] = await index.getRecord(page);
  const text = all.split("\n").slice(0, linesQuoted).join("\n");
  const row = template.content.cloneNode(true);
  const [link, badge, facts, quotation] = row.firstChild.children;
  const [year, province, kind] = [0, 1, 2].map((facet) => facetValues(index, page, facet));
  const append = (element, own, room) => appendMarked(element, own, index.rangesOf(own, terms), room);
  badge.textContent = words[state] || "";
  badge.className = "state-" + state;
  append(link, title, title.length);
  const said = [words[kind], team, enterprise, practices, ...province, ...year].filter(String).join(" · ");
  append(facts, said, said.length);
  // A quotation in which nothing is found says nothing.
  const ranges = index.rangesOf(text, terms);
  if (ranges.length) appendMarked(quotation, text, ranges, quoted);
  // For marks.js on the page: what was found there, as it stands.
  const found = [...row.querySelectorAll("mark")].map((mark) => encodeURIComponent(mark.textContent));
  link.href = url + (found.length ? "#find=" + [...new Set(found)].join("|") : "");
  return row;
};
