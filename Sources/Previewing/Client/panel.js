// Keeps a page of the preview up to date and shows what the checks found. No published page has it.
(() => {
  const script = document.currentScript;
  const own = script.src.replace(/[^/]*$/, "");
  const key = "showcase-preview " + location.pathname;
  const text = {
    zh: { title: "检查结果", clear: "没有问题", page: "本页", site: "全站", stale: "有错误，显示的是上一次能显示的版本。",
          error: "错误", warning: "警告", hint: "提示", copied: "已复制", desk: "编辑台", close: "收起", offline: "预览已停止",
          unchecked: "成品页面正在检查" },
    en: { title: "Findings", clear: "Nothing found", page: "This page", site: "Whole site",
          stale: "There are errors; this is the last version that could be shown.",
          error: "errors", warning: "warnings", hint: "hints", copied: "Copied", desk: "Desk", close: "Close",
          offline: "The preview has ended", unchecked: "The pages are being checked" },
  };
  let words = text[document.documentElement.lang.startsWith("en") ? "en" : "zh"];
  let state = null;
  let view = JSON.parse(sessionStorage.getItem("showcase-panel") || '{"isOpen":false,"scope":"page","severity":""}');

  // A reload shows the same place, with the same parts unfolded.
  const saved = JSON.parse(sessionStorage.getItem(key) || "null");
  if (saved) {
    sessionStorage.removeItem(key);
    document.querySelectorAll("details").forEach((item, index) => { item.open = saved.open[index] ?? item.open; });
    history.scrollRestoration = "manual";
    scrollTo(saved.x, saved.y);
    addEventListener("load", () => scrollTo(saved.x, saved.y));
  }
  function reload() {
    const open = [...document.querySelectorAll("details")].map((item) => item.open);
    sessionStorage.setItem(key, JSON.stringify({ x: scrollX, y: scrollY, open }));
    location.reload();
  }
  function restyle() {
    document.querySelectorAll('link[rel="stylesheet"]').forEach((old) => {
      const fresh = old.cloneNode();
      const address = new URL(old.href);
      address.searchParams.set("v", Date.now());
      fresh.href = address;
      fresh.addEventListener("load", () => old.remove());
      old.after(fresh);
    });
  }

  const host = document.createElement("showcase-panel");
  const root = host.attachShadow({ mode: "open" });
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = own + "panel.css";
  const box = document.createElement("section");
  root.append(sheet, box);
  document.body.append(host);

  function element(name, attributes, ...children) {
    const item = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) item.addEventListener(key.slice(2), value);
      else if (value !== null) item.setAttribute(key, value);
    }
    item.append(...children.filter((child) => child !== null));
    return item;
  }
  function set(change) {
    view = { ...view, ...change };
    sessionStorage.setItem("showcase-panel", JSON.stringify(view));
    show();
  }
  function copy(place, button) {
    navigator.clipboard?.writeText(place).then(() => { button.textContent = words.copied; });
  }
  function isOfPage(finding) {
    const path = "/" + location.pathname.slice(state.base.length);
    return finding.url !== null && finding.url === decodeURI(path);
  }
  function row(finding) {
    const place = finding.place;
    return element("li", { class: finding.severity },
      element("p", {}, element("strong", {}, finding.message), " ", element("code", {}, finding.rule)),
      finding.line ? element("pre", {}, finding.line) : null,
      finding.help ? element("p", { class: "help" }, finding.help) : null,
      place ? element("button", { type: "button", class: "place", onclick: (event) => copy(place, event.target) }, place) : null);
  }
  function show() {
    if (!state) return;
    const here = state.findings.filter(isOfPage);
    const bad = state.errors > 0 ? "error" : state.warnings > 0 ? "warning" : state.hints > 0 ? "hint" : "clear";
    const label = bad === "clear" ? words.clear
      : ["error", "warning", "hint"].filter((kind) => state[kind + "s"] > 0)
        .map((kind) => state[kind + "s"] + " " + words[kind]).join(" · ");
    const badge = element("button", { type: "button", class: "badge " + bad, "aria-expanded": String(view.isOpen),
      onclick: () => set({ isOpen: !view.isOpen }) }, label);
    const banner = state.isStale ? element("p", { class: "banner", role: "status" }, words.stale) : null;
    let panel = null;
    if (view.isOpen) {
      const chosen = (view.scope === "page" ? here : state.findings)
        .filter((finding) => !view.severity || finding.severity === view.severity);
      const scope = (name, count) => element("button", { type: "button", "aria-pressed": String(view.scope === name),
        onclick: () => set({ scope: name }) }, words[name] + " " + count);
      const severity = (name) => element("button", { type: "button", "aria-pressed": String(view.severity === name),
        onclick: () => set({ severity: view.severity === name ? "" : name }) }, words[name]);
      panel = element("div", { class: "panel", role: "region", "aria-label": words.title },
        element("header", {}, scope("page", here.length), scope("site", state.total), severity("error"), severity("warning"),
          severity("hint"), element("a", { href: own }, words.desk),
          element("button", { type: "button", onclick: () => set({ isOpen: false }) }, words.close)),
        state.isChecked || state.isStale ? null : element("p", { class: "note" }, words.unchecked),
        chosen.length ? element("ul", {}, ...chosen.map(row)) : element("p", { class: "note" }, words.clear));
    }
    box.replaceChildren(...[banner, panel, badge].filter((item) => item !== null));
  }
  async function update() {
    const answer = await fetch(own + "findings.json");
    if (!answer.ok) return;
    state = await answer.json();
    words = text[state.language] || words;
    show();
  }

  const stream = new EventSource(own + "events?after=" + encodeURIComponent(script.dataset.after));
  // A page that was made after the change knows it already.
  stream.addEventListener("reload", (event) => {
    if (event.data === "" || Number(event.data) > Number(script.dataset.number)) reload();
  });
  stream.addEventListener("style", () => { restyle(); update(); });
  stream.addEventListener("findings", update);
  addEventListener("pagehide", () => stream.close());
  addEventListener("pageshow", (event) => { if (event.persisted) reload(); });
  update().catch(() => {});
})();
