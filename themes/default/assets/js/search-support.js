// Runs behind search.js, in any browser: says so where that one cannot run.
(function () {
  var form = document.forms.search;
  if (form && !form.getAttribute("data-ready")) form.elements.status.textContent = form.getAttribute("data-old");
})();
