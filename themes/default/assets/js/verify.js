// Looks up a title in the index of all records. Without this script the page leads to the lists.
"use strict";

const lookup = document.querySelector("[data-index]");
if (lookup) {
  const most = 50;
  const words = lookup.dataset;
  const states = { h: ["state-held", words.held], w: ["state-withdrawn", words.withdrawn], p: ["state-publicity", words.publicity] };
  const fold = (text) => text.normalize("NFKC").toLowerCase();

  const make = (name, className, text) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };
  const box = make("div", "filter");
  const label = make("label", "", words.label);
  const input = make("input");
  const status = make("p", "muted");
  const list = make("ul", "rows");
  input.type = "search";
  input.id = "verify-input";
  label.htmlFor = input.id;
  status.setAttribute("role", "status");
  box.append(label, input);
  lookup.append(box, status, list);

  let loading;
  const load = () => {
    loading ??= fetch(words.index).then(async (response) => {
      if (!response.ok) throw new Error(String(response.status));
      const { day, items } = await response.json();
      return { day, records: items.map((item) => ({ item, text: fold(`${item[0]} ${item[1]} ${item[6]}`) })) };
    });
    // A failed attempt is made again with the next letter.
    loading.catch(() => { loading = undefined; });
    return loading;
  };

  const row = ([team, enterprise, year, url, state, province, present]) => {
    const [className, text] = states[state] ?? ["", state];
    const line = make("li");
    const link = make("a", "", team);
    link.href = url;
    line.append(link, " ", make("strong", className, text));
    line.append(make("p", "muted", [enterprise, present, province, String(year)].filter(Boolean).join(" · ")));
    return line;
  };

  const search = async () => {
    const typed = input.value;
    const wanted = fold(typed).split(/\s+/).filter(Boolean);
    if (!wanted.length) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      const { day, records } = await load();
      // Something else was typed while the index came.
      if (input.value !== typed) return;
      const found = records.filter(({ text }) => wanted.every((word) => text.includes(word)));
      list.replaceChildren(...found.slice(0, most).map(({ item }) => row(item)));
      const sentence = found.length > most ? words.cut : found.length ? words.found : words.none;
      status.textContent = `${sentence.replace("{count}", found.length)} ${words.asOf} ${day}`;
    } catch {
      list.replaceChildren();
      status.textContent = words.failed;
    }
  };
  input.addEventListener("input", search);

  // The home page and links to a search hand over what to look for as ?q=.
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    input.value = asked;
    search();
  }
}
