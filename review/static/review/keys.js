// One key for what the buttons of the task in focus do. Never while somebody types, composes with
// an input method, or holds a modifier; and a decision only on a task that is in view.

import { isSent, want } from "./answers.js";
import { cards, current, goTo, isInView } from "./looking.js";

const FIELD = "input, textarea, select, [contenteditable]";
const PROCESSED = 229; // the input method has taken the key
const FIELDS = { e: "wording", b: "responsible", p: "participating", d: "due", c: "documents" };

function isTyping(event) {
  return event.isComposing || event.keyCode === PROCESSED || Boolean(event.target.closest?.(FIELD));
}

document.addEventListener("keydown", (event) => {
  const isHeld = event.ctrlKey || event.altKey || event.metaKey || (event.shiftKey && event.key !== "?");
  if (event.defaultPrevented || isHeld || isTyping(event)) {
    return;
  }
  if (event.key === "Escape") {
    close(event);
  } else if (event.key.length === 1 && act(event)) {
    event.preventDefault();
  }
});

// Say whether the key was one of ours.
function act(event) {
  const key = event.key.toLowerCase();
  const dialog = document.querySelector("dialog[open]");
  if (dialog || /\d/.test(key)) {
    return !event.repeat && digit(dialog ?? openReasons(), key);
  }
  const panel = openReasons();
  if (panel?.contains(event.target) && key !== " ") {
    panel.querySelector("input[type=text]").focus();
    return false; // the letter goes into the field
  }
  if (key === "j" || key === "k") {
    return step(key === "j" ? 1 : -1);
  }
  if (event.repeat) {
    return false;
  }
  const own = current()?.querySelector(`[data-key~="${CSS.escape(key)}"]`);
  return own ? onCard(own, key) : press(ofPage(key));
}

// What is not on a card has one button on the page.
function ofPage(key) {
  const buttons = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
  return buttons.find((each) => !each.closest(".task"));
}

function press(button) {
  button?.click();
  return Boolean(button);
}

function onCard(button, key) {
  const card = current();
  if (isSent(card)) {
    return true;
  }
  if (!isInView(card)) {
    goTo(card); // and look at it first
    return true;
  }
  want(FIELDS[key] ?? null);
  button.click();
  const details = button.closest("details");
  if (details?.open) {
    const first = details.querySelector("[data-digit]") ?? details.querySelector("input[type=text]");
    first.focus({ preventScroll: true });
    details.scrollIntoView({ block: "nearest" });
  }
  return true;
}

function openReasons() {
  return current()?.querySelector("details[open]:has([data-digit])");
}

function digit(panel, key) {
  return press(panel?.querySelector(`[data-digit="${CSS.escape(key)}"]`));
}

function step(by) {
  const all = cards();
  const at = all.indexOf(current());
  const card = all[at < 0 ? 0 : at + by] ?? all[at];
  if (card) {
    goTo(card);
  }
  return true;
}

function close(event) {
  const open = event.target.closest("details[open]") ?? current()?.querySelector("details[open]");
  if (open) {
    open.open = false;
    goTo(open.closest(".task") ?? open.querySelector("summary"));
    return;
  }
  current()?.querySelector("[data-leaves]")?.click();
}

// -- Dialogs ---------------------------------------------------------------------------------------

function setUp() {
  document.getElementById("keys-dialog").prepend(document.getElementById("keys"));
  for (const dialog of document.querySelectorAll(".review-dialog")) {
    dialog.addEventListener("close", backToTask);
  }
}

function backToTask() {
  const card = current();
  if (card && !document.activeElement?.closest(".task")) {
    card.focus({ preventScroll: true });
  }
}

document.addEventListener("click", (event) => {
  if (event.target.closest("a[href='#keys']")) {
    event.preventDefault();
    document.getElementById("keys-dialog").showModal();
  }
  if (event.target.closest("#undo-link")) {
    event.preventDefault();
    showUndo(event.target.closest("#undo-link"));
  }
});

async function showUndo(link) {
  const dialog = document.getElementById("undo");
  const answer = await fetch(link.href, { headers: { "HX-Request": "true" } });
  if (!answer.ok || answer.redirected) {
    location.assign(link.href);
    return;
  }
  document.getElementById("undo-list").innerHTML = await answer.text();
  for (const form of dialog.querySelectorAll("form[data-task]")) {
    takeBackHere(form);
  }
  if (!dialog.open) {
    dialog.showModal();
  }
  dialog.querySelector("[data-digit]")?.focus();
}

// A task of this page shows at once what has become of it; another one is gone to.
function takeBackHere(form) {
  const card = document.getElementById(`task-${form.dataset.task}`);
  if (!card) {
    return;
  }
  form.setAttribute("hx-post", form.getAttribute("action").split("#")[0]);
  form.setAttribute("hx-target", `#task-${form.dataset.task}`);
  form.setAttribute("hx-swap", "outerHTML");
  htmx.process(form);
  form.addEventListener("submit", () => {
    document.getElementById("undo").close();
    goTo(card);
  });
}

document.addEventListener("review:opened", setUp);
setUp();
