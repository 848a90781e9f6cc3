// Keeps the text and the cards together: the words of the task that one looks at stand out.

const columns = matchMedia("(min-width: 64rem)");

export function wordsOf(task) {
  return document.querySelectorAll(`[data-mark~="words-${CSS.escape(task)}"]`);
}

export function current() {
  return document.querySelector(".task-current");
}

export function cards() {
  return [...document.querySelectorAll(".task")];
}

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

export function lookAt(card) {
  bringIntoView(pointOut(card));
}

// What is being looked at: below the line that stays at the top, and within the window.
export function isInView(card) {
  const place = card.getBoundingClientRect();
  const below = document.getElementById("progress").getBoundingClientRect().bottom;
  return place.bottom > below + 20 && place.top < innerHeight - 20;
}

export function goTo(card) {
  card.focus({ preventScroll: true }); // which also points out its words
  card.scrollIntoView({ block: "nearest" });
}

export function followAddress() {
  const place = document.getElementById(location.hash.slice(1));
  const first = document.querySelector("[data-waits]") ?? document.querySelector(".task");
  const asked = place?.closest(".task");
  const folded = place?.closest("details");
  if (folded) {
    folded.open = true;
    place.scrollIntoView({ block: "nearest" });
  }
  const card = asked ?? first;
  if (card) {
    lookAt(card);
  }
  if (asked && document.activeElement === document.body && !asked.querySelector("form.task-edit")) {
    asked.focus({ preventScroll: true });
  }
}

// While one scrolls through the cards, the text follows; not while one is at work on a card.
function followScroll() {
  if (document.activeElement?.closest(".task") || !columns.matches) {
    return;
  }
  const below = document.getElementById("progress").getBoundingClientRect().bottom;
  const card = cards().find((each) => {
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
