// Marks on a page what a search found there: its words stand in the address, behind #find=, with | between them.

const mostMarks = 200;
const main = document.querySelector("main");
const words = location.hash.slice("#find=".length).split("|").map((word) => {
  try {
    return decodeURIComponent(word);
  } catch {
    // An address that somebody cut.
    return "";
  }
}).filter(Boolean);

// The texts of the page as one, so that a word is found over the places where a title may break.
const nodes = [];
let text = "";
const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const { data, parentNode } = walker.currentNode;
  if (parentNode.closest("svg, script, style, template, select, textarea, button")) continue;
  nodes.push([walker.currentNode, text.length]);
  text += data;
}
let ranges = [];
for (const word of words) for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
  ranges.push([at, at + word.length]);
}
let last = 0;
ranges = ranges.sort(([one], [other]) => one - other).filter(([start, end]) => {
  if (start < last) return false;
  last = end;
  return true;
}).slice(0, mostMarks);

const marks = [];
// From the end, so that what is before stays where it was.
for (const [node, offset] of nodes.reverse()) {
  const { length } = node.data;
  for (const [start, end] of ranges.filter(([start, end]) => start < offset + length && end > offset).reverse()) {
    const range = document.createRange(), mark = document.createElement("mark");
    mark.className = "found";
    range.setStart(node, Math.max(start - offset, 0));
    range.setEnd(node, Math.min(end - offset, length));
    range.surroundContents(mark);
    marks.unshift(mark);
  }
}
// The title is seen anyway.
const first = marks.find((mark) => !mark.closest("h1, .lead")) || marks[0];
if (first && !first.closest("h1, .lead")) first.scrollIntoView({ block: "center" });

addEventListener("keydown", ({ key }) => {
  if (key != "Escape") return;
  for (const mark of marks) mark.replaceWith(...mark.childNodes);
  main.normalize();
  history.replaceState("", "", location.pathname + location.search);
});
