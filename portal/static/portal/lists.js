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
  // The others go round it: what is taken out of the page, even for a moment, loses the pointer.
  if (to < from) row.after(...all.slice(to, from));
  else row.before(...all.slice(from + 1, to + 1));
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
}

// Dragging by pointer events, so that fingers can do it too. At an edge the page goes on by itself.
const EDGE = 60;

function placeUnder(height, row) {
  const all = rows();
  const own = all.indexOf(row);
  const below = all.findIndex((other, index) => {
    const box = other.getBoundingClientRect();
    return index !== own && height < box.top + box.height / 2;
  });
  const last = below === -1 ? all.length : below;
  return last > own ? last - 1 : last;
}

function drag(event) {
  const grip = event.target.closest(".entry-grip");
  if (!grip || event.button !== 0) return;
  const row = grip.closest(".inline-related");
  let height = event.clientY;
  grip.setPointerCapture(event.pointerId);
  row.classList.add("dragged");

  const follow = (moved) => {
    height = moved.clientY;
    place(row, placeUnder(height, row));
  };
  const scrolling = setInterval(() => {
    const by = height < EDGE ? -1 : height > window.innerHeight - EDGE ? 1 : 0;
    if (!by) return;
    window.scrollBy(0, (by * EDGE) / 5);
    place(row, placeUnder(height, row));
  }, 30);
  const drop = () => {
    clearInterval(scrolling);
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
  });
  group.addEventListener("keydown", moveByKey);
  group.addEventListener("pointerdown", drag);
  document.addEventListener("formset:added", renumber);
}
