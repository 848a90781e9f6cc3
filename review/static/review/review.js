// Keeps the text and the cards together: the words of the task that one looks at stand out, and
// what a decision changed on a card shows in the text too. Everything works without it.

const columns = matchMedia("(min-width: 64rem)");
const wordsOf = (task) => document.querySelectorAll(`[data-mark~="words-${CSS.escape(task)}"]`);
const states = ["open", "with_lead", "approved", "rejected"].map((state) => `mark-task-${state}`);

function pointOut(task) {
  for (const mark of document.querySelectorAll(".mark-task-focus")) {
    mark.classList.remove("mark-task-focus");
  }
  const words = wordsOf(task);
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
  bringIntoView(pointOut(card.dataset.task));
}

function followAddress() {
  const place = location.hash && document.getElementById(location.hash.slice(1));
  if (place?.classList.contains("task")) {
    lookAt(place);
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

window.addEventListener("hashchange", followAddress);
followAddress();

document.addEventListener("htmx:load", (event) => {
  const card = event.detail.elt;
  if (!card.classList?.contains("task")) {
    return;
  }
  for (const mark of wordsOf(card.dataset.task)) {
    mark.classList.remove(...states);
    mark.classList.add(`mark-task-${card.dataset.state}`);
  }
  const place = card.querySelector(".errorlist ~ input, [aria-invalid=true], .task-edit textarea");
  (place ?? card).focus({ preventScroll: true });
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, pathInfo } = event.detail;
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
