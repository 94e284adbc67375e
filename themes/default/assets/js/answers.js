// Looks a title up: says in words of each record that is equal to what is typed what it says, and of nothing else.
import { likenessOf } from "./search/records.js";

// So many records are compared with what is typed.
const mostCompared = 60;

// - words: the texts of the page by name.
const makeAnswer = async (index, page, template, words) => {
  const [url, state, title, , enterprises, , text] = await index.getRecord(page);
  const [names, [year], lines] = [enterprises.split(" · "), index.facets[0].of[page], text.split("\n")];
  const row = template.content.cloneNode(true);
  const [sentence, others, basis, address] = row.firstElementChild.children;
  const [link, button] = address.children;
  const name = document.createElement("a");
  row.firstElementChild.classList.add("answer-" + state);
  // The template is of no page, against which an address could be resolved.
  name.href = link.href = new URL(url, location).href;
  name.textContent = title;
  const [before, after] = words["says" + state[0].toUpperCase() + state.slice(1)].split("{team}");
  sentence.append(before, name, after.replace("{enterprise}", names[0]).replace("{year}", year));
  others.textContent = names[1] ? words.names.replace("{names}", names.slice(1).join(words.comma)) : "";
  // The decision on a withdrawn title is the record's own; that of others is the edition's.
  const edition = document.querySelector(`[data-year="${year}"]`);
  const decision = document.createElement("a");
  [decision.textContent, decision.href] = lines[4] ? lines.slice(3) : [edition.dataset.title, edition.firstElementChild.href];
  basis.append(words.basis, decision, words.comma, lines[2] || edition.dataset.published);
  link.textContent = link.href;
  // The script of every page copies.
  [button.dataset.copy, button.dataset.copied] = [link.href, words.copied];
  return row;
};

// - asked: what is typed. exact: what is found just so. findNearly: finds what comes near.
// - template: of the row of an answer, with the words of the page.
export const answer = async (index, asked, exact, findNearly, template) => {
  const words = template.dataset;
  const listed = (name) => words[name].split(" ");
  const [enterprises, years, provinces, beside] = ["enterprises", "years", "provinces", "beside"].map(listed);
  const { lengths, facets, fold } = index;
  const nearly = await findNearly([]);
  const compared = [...new Set([...exact.hits.slice(0, mostCompared), ...nearly.hits.slice(0, mostCompared)])];
  const records = await Promise.all(compared.map(index.getRecord));
  const likenesses = compared.map((page, at) =>
    likenessOf(asked, records[at], facets[0].names, facets[1].of[page][0], index, { enterprises, years, provinces, beside }));
  const those = (likeness) => compared.filter((_, at) => likenesses[at] == likeness).sort((one, other) => one - other);
  const pages = those("equal"), alike = those("otherYear"), ofEnterprise = those("enterprise");
  const word = alike.length ? "otherYear" : exact.hits.some((page) => ofEnterprise.includes(page)) && "ofEnterprise";
  // Teams of the same name in other enterprises are shown beside those that are meant.
  const names = new Set(records.filter((_, at) => likenesses[at] == "equal").map(([, , title]) => title));
  for (const name of names) {
    const { hits } = await index.findExactly(name);
    alike.push(...hits.filter((page) => lengths[5][page] == fold(name).length && !pages.includes(page)));
  }
  return { pages, alike, nearly, word, makeAnswer: (page) => makeAnswer(index, page, template, words) };
};
