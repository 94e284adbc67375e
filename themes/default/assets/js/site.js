// On every page: the keys, searches that this browser made, and buttons that copy. What is seldom needed comes when it is.
const found = ".results a, .near a";
const recentKey = "recent-searches", mostRecent = 8;

addEventListener("keydown", (event) => {
  const { key, target, isComposing, ctrlKey, metaKey, altKey } = event;
  if (isComposing || ctrlKey || metaKey || altKey) return;
  const form = target.closest("form.search");
  const stops = form ? [form.elements.q, ...form.querySelectorAll(found)] : [];
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  let next;
  if (key == "/" && !target.matches("input, select, textarea")) {
    // The field of the page, else that of its head, else the page of the search.
    next = [".search", ".site-search"].map((form) => document.querySelector(form + " [type=search]"))
      .find((field) => field && field.offsetWidth);
    if (!next) document.querySelector("a.site-search").click();
  } else if (step && stops.includes(target) && !event.defaultPrevented) next = stops[stops.indexOf(target) + step];
  if (!next) return;
  next.focus();
  event.preventDefault();
});

// - form: one whose question is kept, in this browser alone; names that are looked up are not.
const keep = (form) => {
  const question = form.elements.q.value.trim();
  if (!question || !form.dataset.recent || !form.querySelector("[data-suggest]")) return;
  try {
    const recent = JSON.parse(localStorage.getItem(recentKey)) || [];
    localStorage.setItem(recentKey, JSON.stringify([question, ...recent.filter((other) => other != question)].slice(0, mostRecent)));
  } catch {
    // A browser that keeps nothing, or something else under that name.
  }
};
addEventListener("submit", ({ target }) => target.elements.q && keep(target), true);

const copy = async (text, button) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without a safe connection there is only the old way.
    const field = document.createElement("textarea");
    field.value = text;
    button.after(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    button.focus();
  }
  const { textContent } = button;
  button.textContent = button.dataset.copied;
  setTimeout(() => button.textContent = textContent, 3000);
};
addEventListener("click", ({ target }) => {
  const button = target.closest("[data-copied]"), link = target.closest(found);
  if (button) copy(button.dataset.copy || location.href, button);
  else if (link) keep(link.closest("form"));
});

for (const input of document.querySelectorAll("[data-suggest]")) {
  const offer = () => import("./suggest.js").then(({ suggestTo }) => suggestTo(input, recentKey));
  input.addEventListener("focus", offer, { once: true });
  if (input == document.activeElement) offer();
}
if (location.hash.startsWith("#find=")) import("./marks.js");
