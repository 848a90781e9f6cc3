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
const told = group?.querySelector(".entry-told");

function rows() {
  return [...group.querySelectorAll(".inline-related:not(.empty-form)")];
}

function renumber() {
  rows().forEach((row, index) => {
    row.querySelector("[name$='-position']").value = index + 1;
  });
}

// Let the row stand at a place, counted from 0, and say so to who cannot see it.
function place(row, index) {
  const all = rows();
  const from = all.indexOf(row);
  const to = Math.max(0, Math.min(index, all.length - 1));
  if (to === from) return;
  if (to < from) all[to].before(row);
  else all[to].after(row);
  renumber();
  told.textContent = told.dataset.words.replace("%(place)s", to + 1).replace("%(all)s", all.length);
}

const STEPS = {
  ArrowUp: (index) => index - 1,
  ArrowDown: (index) => index + 1,
  Home: () => 0,
  End: () => Infinity,
};

function moveByKey(event) {
  const grip = event.target.closest(".entry-grip");
  const step = STEPS[event.key];
  if (!grip || !step || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const row = grip.closest(".inline-related");
  place(row, step(rows().indexOf(row)));
  grip.focus();
}

// Dragging by pointer events, so that fingers can do it too. Near an edge the page follows.
const EDGE = 60;

function drag(event) {
  const grip = event.target.closest(".entry-grip");
  if (!grip || event.button !== 0) return;
  const row = grip.closest(".inline-related");
  grip.setPointerCapture(event.pointerId);
  row.classList.add("dragged");

  const follow = (moved) => {
    if (moved.clientY < EDGE) window.scrollBy(0, -EDGE / 4);
    if (moved.clientY > window.innerHeight - EDGE) window.scrollBy(0, EDGE / 4);
    const all = rows();
    const own = all.indexOf(row);
    const over = all.findIndex((other, index) => {
      const { top, height } = other.getBoundingClientRect();
      const middle = top + height / 2;
      return index < own ? moved.clientY < middle : index > own && moved.clientY < middle;
    });
    if (over !== -1 && over < own) place(row, over);
    else if (own < all.length - 1) {
      const after = over === -1 ? all.length - 1 : over - 1;
      if (after > own) place(row, after);
    }
  };
  const drop = () => {
    row.classList.remove("dragged");
    grip.removeEventListener("pointermove", follow);
  };
  grip.addEventListener("pointermove", follow);
  grip.addEventListener("lostpointercapture", drop, { once: true });
}

if (group?.querySelector("[name$='-position']")) {
  for (const buttons of group.querySelectorAll(".entry-move")) buttons.hidden = false;
  group.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    const row = button.closest(".inline-related");
    place(row, rows().indexOf(row) + Number(button.dataset.move));
    button.focus();
  });
  group.addEventListener("keydown", moveByKey);
  group.addEventListener("pointerdown", drag);
  document.addEventListener("formset:added", renumber);
}
