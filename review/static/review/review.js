// Keeps the text and the cards together: the words of the task that one looks at stand out, and
// what a decision changed on a card shows in the text too. Everything works without it.

const columns = matchMedia("(min-width: 64rem)");
const wordsOf = (task) => document.querySelectorAll(`[data-mark~="words-${CSS.escape(task)}"]`);
const states = ["open", "with_lead", "approved", "rejected"].map((state) => `mark-task-${state}`);

function pointOut(card) {
  for (const old of document.querySelectorAll(".mark-task-focus, .task-current")) {
    old.classList.remove("mark-task-focus", "task-current");
  }
  card.classList.add("task-current");
  const words = wordsOf(card.dataset.task);
  for (const mark of words) {
    mark.classList.add("mark-task-focus");
  }
  return words[0];
}

function bringIntoView(mark) {
  const text = document.querySelector(".review-body");
  if (!mark || !text || !columns.matches) {
    return;
  }
  const place = mark.getBoundingClientRect();
  const frame = text.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom) {
    text.scrollBy({ top: place.top - frame.top - frame.height / 4 });
  }
}

function lookAt(card) {
  bringIntoView(pointOut(card));
}

function followAddress() {
  const place = document.getElementById(location.hash.slice(1));
  const card = place?.closest(".task") ?? document.querySelector(".task-open") ?? document.querySelector(".task");
  if (card) {
    lookAt(card);
  }
}

// While one scrolls through the cards, the text follows; not while one is at work on a card.
function followScroll() {
  if (document.activeElement?.closest(".task") || !columns.matches) {
    return;
  }
  const below = document.getElementById("progress").getBoundingClientRect().bottom;
  const cards = [...document.querySelectorAll(".task")];
  const card = cards.find((each) => {
    const place = each.getBoundingClientRect();
    return (place.top + place.bottom) / 2 > below;
  });
  if (card) {
    lookAt(card);
  }
}

document.addEventListener("focusin", (event) => {
  const card = event.target.closest(".task");
  if (card) {
    lookAt(card);
  }
});

document.addEventListener("click", (event) => {
  const toWords = event.target.closest(".task-words");
  const card = event.target.closest(".task");
  if (card) {
    lookAt(card);
  }
  if (toWords && columns.matches) {
    event.preventDefault();
  }
});

let due = false;
window.addEventListener("scroll", () => {
  if (!due) {
    due = true;
    requestAnimationFrame(() => {
      due = false;
      followScroll();
    });
  }
}, { passive: true });

window.addEventListener("hashchange", followAddress);
followAddress();

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

document.addEventListener("toggle", (event) => {
  if (event.target.open) {
    event.target.querySelector("input[type=text], textarea")?.focus({ preventScroll: true });
  }
}, true);

document.addEventListener("htmx:load", (event) => {
  const card = event.detail.elt;
  if (!card.classList?.contains("task")) {
    return;
  }
  for (const mark of wordsOf(card.dataset.task)) {
    mark.classList.remove(...states);
    mark.classList.add(`mark-task-${card.dataset.state}`);
  }
  const place = card.querySelector(
    "[aria-invalid=true], details[open] input[type=text], .task-edit input[type=radio], .task-edit textarea",
  );
  (place ?? card).focus({ preventScroll: true }); // which also points out its words
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, pathInfo, target } = event.detail;
  for (const open of target.querySelectorAll("details[open]")) {
    open.open = false; // or the new card's, of the same name, would not open beside it
  }
  const asked = new URL(pathInfo.requestPath, location.href).pathname;
  if (new URL(xhr.responseURL).pathname !== asked) {
    event.detail.shouldSwap = false; // signed out meanwhile: the answer is the sign-in page
    location.reload();
  }
});

const trouble = document.getElementById("review-trouble");
for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, () => {
    trouble.hidden = false;
  });
}
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) {
    trouble.hidden = true;
  }
});
