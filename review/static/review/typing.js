// Small help while one fills in a form.

// There is always one more line for one more body.
document.addEventListener("input", (event) => {
  const last = event.target.closest(".names")?.lastElementChild;
  if (last === event.target && last.value) {
    const next = last.cloneNode();
    next.value = "";
    last.after(next);
  }
});

// Whoever pastes the words of a place means them, and none of those that were offered.
document.addEventListener("input", (event) => {
  const own = event.target.closest(".task-search")?.querySelector("[name=place][value=words]");
  if (own && event.target.matches("textarea")) {
    own.checked = true;
  }
});

// Words that somebody changes stand elsewhere than those that were selected.
document.addEventListener("input", (event) => {
  const start = event.target.closest("#missed form")?.querySelector("input[type=hidden][name=start]");
  if (start) {
    start.value = "";
  }
});

document.addEventListener("toggle", (event) => {
  const { target } = event;
  if (target.open && !target.matches("dialog") && !target.querySelector("[data-digit]")) {
    target.querySelector("input[type=text], textarea")?.focus({ preventScroll: true });
  }
}, true);

// In a field of several lines Enter begins a new one; with Ctrl it saves.
document.addEventListener("keydown", (event) => {
  if (
    event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing &&
    event.target.matches(".review form textarea")
  ) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});
