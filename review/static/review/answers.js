// After a decision the next task is in focus at once, while the desk records it. What the desk
// answers is shown on its card and said aloud; a refusal brings one back to the card.

import { cards, goTo, lookAt, wordsOf } from "./looking.js";

const states = ["open", "with_lead", "approved", "rejected"].map((state) => `mark-task-${state}`);
const FIELDS = [
  "[aria-invalid=true]",
  "details[open] input[type=text]",
  ".task-search input[type=radio]",
  ".task-edit textarea",
].join();

let wanted = null;

// The field of a form that is asked for now, to be in focus when it is there.
export function want(name) {
  wanted = name;
}

export function isSent(card) {
  return card.classList.contains("task-sent");
}

export function nextAfter(card) {
  const all = cards();
  const at = all.indexOf(card);
  const inTurn = [...all.slice(at + 1), ...all.slice(0, at)];
  return inTurn.find((each) => "waits" in each.dataset && !isSent(each));
}

function say(words, urgent = false) {
  document.getElementById(urgent ? "review-urgent" : "review-said").textContent = words;
}

document.addEventListener("submit", (event) => {
  const card = event.target.closest(".task");
  if (!card || !("decides" in event.target.dataset) || !event.defaultPrevented) {
    return;
  }
  card.classList.add("task-sent");
  const next = nextAfter(card);
  if (next) {
    goTo(next);
  }
});

document.addEventListener("htmx:load", (event) => {
  const card = event.detail.elt;
  if (!card.classList?.contains("task")) {
    return;
  }
  for (const mark of wordsOf(card.dataset.task)) {
    mark.classList.remove(...states);
    mark.classList.add(`mark-task-${card.dataset.state}`);
  }
  const refusal = card.querySelector(".task-refusal");
  const note = card.querySelector(".task-note");
  if (refusal) {
    say(refusal.textContent, true);
  } else if (note) {
    say(`${note.textContent} ${card.querySelector(".state").textContent}.`);
  }
  const isHere = [document.body, card].includes(document.activeElement); // htmx hands it on by id
  if (refusal || isHere) {
    enter(card);
  } else if (card.contains(document.activeElement)) {
    lookAt(card); // somebody was quicker than htmx, which has just set the card's classes back
  }
});

function enter(card) {
  const asked = wanted && card.querySelector(`.task-edit [name="${wanted}"]`);
  wanted = null;
  const place = asked ?? card.querySelector(FIELDS) ?? card;
  place.focus({ preventScroll: true });
  lookAt(card); // focus that htmx handed on was told before it settled the card's classes
  (place === card ? card : place).scrollIntoView({ block: "nearest" });
}

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

for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, (event) => {
    document.getElementById("review-trouble").hidden = false;
    const card = event.target.closest?.(".task-sent");
    if (card) {
      card.classList.remove("task-sent");
      goTo(card);
    }
  });
}
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) {
    document.getElementById("review-trouble").hidden = true;
  }
});
