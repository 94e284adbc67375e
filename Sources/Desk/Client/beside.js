// In the page beside the text: scrolls with it, and tells which part was clicked. It is the only script that runs there.
(() => {
  if (parent === window) return;
  let asked = null;
  const place = (heading) => {
    const found = [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")].filter((item) => item.textContent.trim() === heading.text);
    const item = found[Math.min(heading.turn, found.length - 1)];
    return item ? item.getBoundingClientRect().top + scrollY : null;
  };
  function scroll() {
    if (!asked) return;
    const end = document.documentElement.scrollHeight;
    if (asked.edge) {
      scrollTo({ top: asked.edge === "top" ? 0 : end, behavior: "instant" });
      return;
    }
    const from = (asked.from && place(asked.from)) ?? 0;
    const to = (asked.to && place(asked.to)) ?? end;
    scrollTo({ top: from + (to - from) * asked.part - 8, behavior: "instant" });
  }
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.showcase !== "scroll") return;
    asked = data.place;
    scroll();
  });
  addEventListener("load", scroll);
  document.addEventListener("click", (event) => {
    // Links lead away from what is being written.
    if (event.target.closest("a[href], button[type=submit]")) event.preventDefault();
    const part = event.target.closest("p, li, td, th, h1, h2, h3, h4, h5, h6, figcaption, blockquote");
    if (part) parent.postMessage({ showcase: "pick", text: part.textContent.trim().slice(0, 200) }, "*");
  }, true);
  document.addEventListener("submit", (event) => event.preventDefault(), true);
  parent.postMessage({ showcase: "ready" }, "*");
})();
