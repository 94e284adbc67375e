// Keeps a page of the preview up to date and shows what the checks found. No published page has it.
(() => {
  const script = document.currentScript;
  const own = script.src.replace(/[^/]*$/, "");
  const isDesk = location.href.startsWith(own);
  const key = "showcase-preview " + location.pathname;
  const text = {
    zh: { title: "检查结果", clear: "没有问题", pageClear: "本页没有问题", page: "本页", site: "全站", all: "全部",
          stale: "有错误，显示的是上一次能显示的版本：",
          error: "错误", warning: "警告", hint: "提示", count: "? #", copy: "复制位置", open: "在编辑器中打开", copied: "已复制", opened: "已打开",
          desk: "编辑台", close: "收起", offline: "预览已停止。重新运行 showcase serve，本页会自动接上。",
          unchecked: "成品页面还在检查，结果会自动补上。", broken: "这个页面的来源文件有错误，下面能显示的都显示了：",
          field: "字段", more: "另有 # 条，见编辑台" },
    en: { title: "Findings", clear: "Nothing found", pageClear: "Nothing found on this page", page: "This page", site: "Whole site",
          all: "All", stale: "There are errors; this is the last version that could be shown:",
          error: "errors", warning: "warnings", hint: "hints", one: { error: "error", warning: "warning", hint: "hint" }, count: "# ?", copy: "Copy the place", open: "Open in the editor",
          copied: "Copied", opened: "Opened", desk: "Desk", close: "Close",
          offline: "The preview has ended. Run showcase serve again; this page will follow.",
          unchecked: "The finished pages are still being checked; more may come.",
          broken: "The source of this page has errors; what can be shown is shown:", field: "field",
          more: "# more are on the desk" },
  };
  let words = text[document.documentElement.lang.startsWith("en") ? "en" : "zh"];
  let state = null;
  let isOffline = false;
  // `isOpen` is null as long as nobody has opened or closed the panel: it then opens itself where there are errors.
  let view = { isOpen: null, scope: "page", severity: "", ...JSON.parse(sessionStorage.getItem("showcase-panel") || "{}") };

  // Where the reader is on a page, and what is unfolded; a reload shows the same.
  function unfolded(parts) { return [...parts].map((item) => item.open); }
  function unfold(parts, open) { parts.forEach((item, index) => { item.open = open[index] ?? item.open; }); }
  const saved = JSON.parse(sessionStorage.getItem(key) || "null");
  if (saved) {
    sessionStorage.removeItem(key);
    unfold(document.querySelectorAll("details"), saved.open);
    history.scrollRestoration = "manual";
    scrollTo(saved.x, saved.y);
    addEventListener("load", () => scrollTo(saved.x, saved.y));
  }
  // A reload would call a reader back who is on the way to another page; a download leaves the page where it is.
  let isLeaving = false;
  addEventListener("beforeunload", () => {
    isLeaving = true;
    setTimeout(() => { isLeaving = false; }, 1000);
  });
  function reload() {
    if (isLeaving) {
      setTimeout(reload, 1100);
      return;
    }
    const open = unfolded(document.querySelectorAll("details"));
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
  // The desk is exchanged in place when the checks are done.
  async function renewDesk() {
    const answer = await fetch(location.href);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
    const old = document.querySelector("main");
    if (!fresh || !old) return;
    unfold(fresh.querySelectorAll("details"), unfolded(old.querySelectorAll("details")));
    old.replaceWith(fresh);
    fresh.querySelectorAll("pre.excerpt").forEach(excerpt);
  }

  function element(name, attributes, ...children) {
    const item = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) item.addEventListener(key.slice(2), value);
      else if (value !== null) item.setAttribute(key, value);
    }
    item.append(...children.filter((child) => child !== null));
    return item;
  }
  /// An element whose style neither touches the page nor is touched by it.
  function island(name, parent, isFirst) {
    const host = document.createElement(name);
    const root = host.attachShadow({ mode: "open" });
    const box = document.createElement("section");
    root.append(element("link", { rel: "stylesheet", href: own + "panel.css" }), box);
    if (isFirst) parent.prepend(host); else parent.append(host);
    return { host, box };
  }
  const panel = island("showcase-panel", document.body, false);
  let note = null;

  // MARK: A click at a place

  async function copied(place) {
    try {
      await navigator.clipboard.writeText(place);
    } catch {
      // Without a safe context there is no clipboard, but the old way.
      const field = element("textarea", { readonly: "" });
      field.value = place;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    return words.copied;
  }
  async function opened(place) {
    const answer = await fetch(own + "open?place=" + encodeURIComponent(place),
      { method: "POST", headers: { "X-Showcase-Token": state.editor } });
    return answer.ok ? words.opened : (await answer.text()).split("\n")[0];
  }
  async function go(place, button) {
    const name = button.dataset.name ?? button.textContent;
    button.dataset.name = name;
    button.textContent = state && state.editor ? await opened(place) : await copied(place);
    setTimeout(() => { button.textContent = name; }, 1500);
  }
  document.addEventListener("click", (event) => {
    const button = isDesk ? event.target.closest("[data-place]") : null;
    if (button) go(button.dataset.place, button);
  });

  // MARK: Lines of a source

  const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3ffff}]/u;
  /// Sets the caret below its characters whatever the fonts are: what stands before it is repeated, unseen.
  function excerpt(pre) {
    const [line, carets] = pre.textContent.split("\n");
    if (!carets || !/^ *\^+$/.test(carets)) return pre;
    const characters = [...line];
    const before = carets.indexOf("^");
    const cut = (columns) => {
      let [width, count] = [0, 0];
      while (width < columns && count < characters.length) width += wide.test(characters[count++]) ? 2 : 1;
      return count;
    };
    const [start, end] = [cut(before), cut(carets.length)];
    const part = (from, to) => characters.slice(from, to).join("");
    pre.replaceChildren(part(0, start), element("mark", {}, part(start, end)), part(end), "\n",
      element("span", { class: "unseen", "aria-hidden": "true" }, part(0, start)), carets.slice(before));
    return pre;
  }

  // MARK: Marks on the page

  // Styles made by script are no inline styles, which the page's security policy forbids.
  const markStyle = new CSSStyleSheet();
  markStyle.replaceSync(
    '[data-showcase-mark] { outline: 2px dashed #b3261e; outline-offset: 2px; }' +
    'img[data-showcase-mark] { min-width: 4rem; min-height: 2rem; }' +
    '[data-showcase-mark="warning"] { outline-color: #8a5a00; }' +
    '[data-showcase-mark="hint"] { outline-color: #2b5c9b; }' +
    '::highlight(showcase-error) { text-decoration: underline wavy #d93025 2px; }' +
    '::highlight(showcase-warning) { text-decoration: underline wavy #b27200 2px; }' +
    '::highlight(showcase-hint) { text-decoration: underline wavy #2b5c9b 1px; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, markStyle];

  function clearMarks() {
    document.querySelectorAll("[data-showcase-mark]").forEach((item) => {
      item.removeAttribute("data-showcase-mark");
      item.title = item.dataset.showcaseTitle;
      if (!item.title) item.removeAttribute("title");
      delete item.dataset.showcaseTitle;
    });
    if (window.CSS && CSS.highlights) {
      for (const severity of ["error", "warning", "hint"]) CSS.highlights.delete("showcase-" + severity);
    }
    note?.host.remove();
    note = null;
  }
  function markReference(finding) {
    const found = [...document.querySelectorAll("main a[href], main img[src], body a[href], body img[src]")].filter((item) =>
      [finding.mark.address, finding.mark.text].includes(item.getAttribute("href") ?? item.getAttribute("src")));
    for (const item of found) {
      if (item.dataset.showcaseMark === "error") continue;
      item.dataset.showcaseTitle ??= item.title;
      item.dataset.showcaseMark = finding.severity;
      item.title = finding.message;
    }
    return found.length > 0;
  }
  /// The first place of a text on the page, as far as it stands in one piece.
  function rangeOf(wanted) {
    const walk = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const start = node.data.indexOf(wanted);
      if (start < 0) continue;
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      return range;
    }
    return null;
  }
  function markText(finding) {
    const range = window.CSS && CSS.highlights ? rangeOf(finding.mark.text) : null;
    if (!range) return false;
    const name = "showcase-" + finding.severity;
    if (CSS.highlights.has(name)) CSS.highlights.get(name).add(range);
    else CSS.highlights.set(name, new Highlight(range));
    return true;
  }
  /// Marks what can be found on the page; errors in what the page lacks are listed above it.
  function mark() {
    clearMarks();
    if (isDesk) return;
    const unseen = state.findings.filter(isOfPage).filter((finding) => {
      const kind = finding.mark && finding.mark.kind;
      const isMarked = kind === "reference" ? markReference(finding) : kind === "text" ? markText(finding) : false;
      return !isMarked && finding.severity === "error";
    });
    if (unseen.length === 0 || state.isStale) return;
    note = island("showcase-note", document.querySelector("main") ?? document.body, true);
    note.box.className = "note-above";
    note.box.setAttribute("role", "status");
    note.box.append(element("p", {}, element("strong", {}, words.broken)), element("ul", {}, ...unseen.slice(0, 10).map(row)));
    if (unseen.length > 10) note.box.append(element("p", {}, words.more.replace("#", unseen.length - 10)));
  }

  // MARK: The panel

  function set(change) {
    view = { ...view, ...change };
    sessionStorage.setItem("showcase-panel", JSON.stringify(view));
    show();
  }
  function isOfPage(finding) {
    const path = "/" + decodeURIComponent(location.pathname).slice(state.base.length);
    return finding.url !== null && finding.url === path;
  }
  // The names in a path as an address has them.
  function addressOf(path) {
    return path.split("/").map(encodeURIComponent).join("/");
  }
  function placeButton(place) {
    return element("button", { type: "button", class: "place", title: state.editor ? words.open : words.copy,
      onclick: (event) => go(place, event.currentTarget) }, place);
  }
  function row(finding) {
    const field = finding.mark && finding.mark.kind === "field" && finding.mark.name
      ? element("span", { class: "field" }, words.field + " " + finding.mark.name) : null;
    const isElsewhere = finding.url !== null && !isOfPage(finding);
    const link = isElsewhere
      ? element("a", { class: "where", href: addressOf(state.base + finding.url.slice(1)) }, finding.url) : null;
    return element("li", { class: finding.severity },
      element("p", {}, field, field ? " " : null, element("strong", {}, finding.message), " ", element("code", {}, finding.rule)),
      finding.line ? excerpt(element("pre", { tabindex: "0" }, finding.line)) : null,
      finding.help ? element("p", { class: "help" }, finding.help) : null,
      finding.place || link ? element("p", { class: "places" }, finding.place ? placeButton(finding.place) : null, link) : null);
  }
  function show() {
    const focused = panel.host.shadowRoot.activeElement?.dataset.key;
    const scrolled = panel.box.querySelector(".panel")?.scrollTop ?? 0;
    const parts = state ? shown() : [];
    if (isOffline) parts.unshift(element("p", { class: "banner offline", role: "status" }, words.offline));
    panel.box.replaceChildren(...parts);
    const list = panel.box.querySelector(".panel");
    if (list) list.scrollTop = scrolled;
    if (focused) panel.box.querySelector(`[data-key="${focused}"]`)?.focus();
  }
  function shown() {
    const here = state.findings.filter(isOfPage);
    const isOpen = view.isOpen ?? (!isDesk && !note && here.some((finding) => finding.severity === "error"));
    const bad = state.errors > 0 ? "error" : state.warnings > 0 ? "warning" : state.hints > 0 ? "hint" : "clear";
    const label = bad === "clear" ? words.clear
      : ["error", "warning", "hint"].filter((kind) => state[kind + "s"] > 0)
        .map((kind) => words.count.replace("#", state[kind + "s"])
          .replace("?", state[kind + "s"] === 1 && words.one ? words.one[kind] : words[kind])).join(" · ");
    const badge = element("button", { type: "button", class: "badge " + bad, "aria-expanded": String(isOpen),
      "data-key": "badge", onclick: () => set({ isOpen: !isOpen }) }, label);
    const worst = state.findings[0];
    const banner = state.isStale ? element("div", { class: "banner", role: "status" },
      element("p", {}, words.stale, worst ? " " + worst.message : null), worst && worst.place ? placeButton(worst.place) : null) : null;
    return [banner, isOpen ? opening(here) : null, badge].filter((item) => item !== null);
  }
  function opening(here) {
    const scope = isDesk ? "site" : view.scope;
    const inScope = scope === "page" ? here : state.findings;
    const chosen = inScope.filter((finding) => !view.severity || finding.severity === view.severity);
    const choice = (group, name, label, count) => element("button", { type: "button", "data-key": group + name,
      "aria-pressed": String((group === "scope" ? scope : view.severity) === name),
      onclick: () => set({ [group]: name }) }, label + (count === null ? "" : " " + count));
    const count = (name) => inScope.filter((finding) => finding.severity === name).length;
    const total = (name) => scope === "site" ? state[name + "s"] : count(name);
    return element("div", { class: "panel", role: "region", "aria-label": words.title },
      element("header", {},
        element("div", { role: "group" }, isDesk ? null : choice("scope", "page", words.page, here.length),
          choice("scope", "site", words.site, state.total)),
        element("div", { role: "group" }, choice("severity", "", words.all, null), ...["error", "warning", "hint"].map((name) =>
          choice("severity", name, words[name], total(name)))),
        element("div", { role: "group", class: "end" }, isDesk ? null : element("a", { href: own }, words.desk),
          element("button", { type: "button", "data-key": "close", onclick: () => set({ isOpen: false }) }, words.close))),
      state.isChecked || state.isStale ? null : element("p", { class: "remark" }, words.unchecked),
      chosen.length ? element("ul", {}, ...chosen.map(row))
        : element("p", { class: "remark" }, scope === "page" ? words.pageClear : words.clear),
      scope === "site" && state.total > state.findings.length
        ? element("p", { class: "remark" }, words.more.replace("#", state.total - state.findings.length)) : null);
  }
  async function update() {
    const answer = await fetch(own + "findings.json");
    if (!answer.ok) return;
    state = await answer.json();
    words = text[state.language] || words;
    mark();
    show();
  }

  // MARK: What the preview tells

  function told({ name, data }) {
    switch (name) {
      case "reload":
        // A page that was made after the change knows it already.
        if (data === "" || Number(data) > Number(script.dataset.number)) reload();
        break;
      case "style": restyle(); update(); break;
      case "findings": update(); if (isDesk) renewDesk().catch(() => {}); break;
      case "offline": if (!isLeaving) { isOffline = true; show(); } break;
      case "online": if (isOffline) { isOffline = false; show(); } break;
    }
  }
  const address = own + "events";
  const after = script.dataset.after;
  function listenAlone() {
    const stream = new EventSource(address + "?after=" + encodeURIComponent(after));
    for (const name of ["reload", "style", "findings"]) stream.addEventListener(name, ({ data }) => told({ name, data }));
    stream.addEventListener("open", () => told({ name: "online" }));
    stream.addEventListener("error", () => told({ name: "offline" }));
    addEventListener("pagehide", () => stream.close());
  }
  function listenTogether() {
    const worker = new SharedWorker(own + "events.js");
    worker.addEventListener("error", listenAlone, { once: true });
    worker.port.onmessage = ({ data }) => told(data);
    worker.port.postMessage({ address, after });
    addEventListener("pagehide", () => worker.port.postMessage({ isLeaving: true }));
  }
  if (window.SharedWorker) listenTogether(); else listenAlone();
  addEventListener("pageshow", (event) => { if (event.persisted) reload(); });
  if (document.querySelector('link[href$="/_showcase/desk.css"]')) document.querySelectorAll("pre.excerpt").forEach(excerpt);
  update().catch(() => {});
})();
