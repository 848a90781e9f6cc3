// select2 gives its boxes no names: lend them the label of the field that they stand for.

function lend(box) {
  const field = box.previousElementSibling;
  const label = field?.labels?.[0];
  if (!label) return;
  box.dataset.named = "";
  label.id ||= `${field.id}_label`;
  const search = box.querySelector(".select2-search__field");
  if (search) {
    search.setAttribute("aria-labelledby", label.id);
    return;
  }
  const shown = box.querySelector(".select2-selection__rendered");
  for (const part of [box.querySelector("[role=combobox]"), shown]) {
    part.setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
  }
}

function lendAll() {
  document.querySelectorAll("select + .select2-container:not([data-named])").forEach(lend);
}

new MutationObserver(lendAll).observe(document.body, { childList: true, subtree: true });
lendAll();
