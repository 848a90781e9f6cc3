// The page of a curated list: an address made from the title, entries moved by buttons.
// Without this module the address is made on the server, and numbers say the order.

const title = document.querySelector("#id_title");
const slug = document.querySelector("#id_slug");

function slugOf(text) {
  return text
    .toLowerCase()
    .replaceAll("đ", "d")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9_\s-]/g, "")
    .replace(/[\s-]+/g, "-")
    .slice(0, 100)
    .replace(/^[-_]+|[-_]+$/g, "");
}

if (title && slug && !slug.value && !slug.disabled) {
  const follow = () => {
    slug.value = slugOf(title.value);
  };
  title.addEventListener("input", follow);
  slug.addEventListener("input", () => title.removeEventListener("input", follow), { once: true });
}

const group = document.querySelector(".list-entries");

function rows() {
  return [...group.querySelectorAll(".inline-related:not(.empty-form)")];
}

function renumber() {
  rows().forEach((row, index) => {
    row.querySelector("[name$='-position']").value = index + 1;
  });
}

function move(row, by) {
  const all = rows();
  const other = all[all.indexOf(row) + by];
  if (!other) return;
  if (by < 0) other.before(row);
  else other.after(row);
  renumber();
}

if (group?.querySelector("[name$='-position']")) {
  for (const buttons of group.querySelectorAll(".entry-move")) buttons.hidden = false;
  group.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    move(button.closest(".inline-related"), Number(button.dataset.move));
    button.focus();
  });
  document.addEventListener("formset:added", renumber);
}
