// On every page: the key / leads to the field of the search, the arrows through what was found.
onkeydown = ({ key, target, isComposing, ctrlKey, metaKey, altKey }) => {
  if (isComposing || ctrlKey || metaKey || altKey) return;
  const form = target.closest("form");
  const stops = form && form.matches(".search") ? [form.elements.q, ...form.querySelectorAll("li a")] : [];
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  let next;
  if (key == "/" && !target.matches("input, select, textarea")) next = document.querySelector(".search [type=search]");
  else if (step && stops.includes(target)) next = stops[stops.indexOf(target) + step];
  if (!next) return;
  next.focus();
  return false;
};
