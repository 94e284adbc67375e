// Shows a picture in full on the page itself. Without this script, or without <dialog>, a picture is a link to its
// largest file. Escape closes, the arrows go on, and the focus comes back to the picture: <dialog> sees to it.

const links = [...document.querySelectorAll("a.photo-link")];
const isChinese = document.documentElement.lang.startsWith("zh");

function caption(link) {
  const figure = link.closest("figure");
  const text = figure && figure.querySelector("figcaption");
  return text ? text.textContent : link.querySelector("img").alt;
}

if (links.length > 0 && typeof HTMLDialogElement === "function") {
  const view = document.createElement("dialog");
  view.className = "photo-view";
  const picture = document.createElement("img");
  const text = document.createElement("p");
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = isChinese ? "关闭" : "Close";
  view.append(picture, text, close);
  document.body.append(view);
  let shown = 0;

  function show(index) {
    shown = (index + links.length) % links.length;
    const link = links[shown];
    picture.src = link.href;
    picture.alt = link.querySelector("img").alt;
    text.textContent = caption(link) + (links.length > 1 ? `（${shown + 1}/${links.length}）` : "");
    view.setAttribute("aria-label", picture.alt);
  }

  links.forEach((link, index) => {
    link.addEventListener("click", (event) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      show(index);
      view.showModal();
    });
  });
  close.addEventListener("click", () => view.close());
  // A click beside the picture.
  view.addEventListener("click", (event) => {
    if (event.target === view) view.close();
  });
  view.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight") show(shown + 1);
    if (event.key === "ArrowLeft") show(shown - 1);
  });
  view.addEventListener("close", () => {
    picture.removeAttribute("src");
    links[shown].focus();
  });
}
