// A task that was missed is added by selecting its words, by mouse or by keyboard; the words of a
// task are given anew in the same way. Places are counted in characters, as the desk counts them.

import { current, goTo } from "./looking.js";

const bar = () => document.getElementById("selected");
const body = () => document.querySelector(".review-body");
const length = (text) => [...text].length;

function paragraphOf(node) {
  return (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
}

function placeOf(node, offset) {
  const paragraph = paragraphOf(node);
  if (!paragraph || !body().contains(paragraph)) {
    return null;
  }
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + length(before.toString());
}

// Give the selected words of the text, without white space at their ends, and their place.
function selected() {
  const selection = getSelection();
  if (!bar() || selection.isCollapsed || !body().contains(selection.anchorNode)) {
    return null;
  }
  const range = selection.getRangeAt(0);
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  const words = selection.toString();
  if (start === null || end === null || !words.trim()) {
    return null;
  }
  return { words: words.trim(), start: start + length(words) - length(words.trimStart()), end };
}

document.addEventListener("selectionchange", () => {
  if (bar()) {
    bar().hidden = !selected();
    bar().querySelector("[data-takes=words]").hidden = !current()?.querySelector("[data-key=x]");
  }
});

document.addEventListener("pointerdown", (event) => {
  if (event.target.closest("#selected")) {
    event.preventDefault(); // keep the selection
  }
});
document.addEventListener("click", (event) => take(event.target.closest("[data-takes]")?.dataset.takes));

function take(as) {
  const place = as && selected();
  if (!place) {
    return;
  }
  if (as === "missed") {
    const form = document.querySelector("#missed form");
    form.elements.words.value = place.words;
    form.elements.start.value = place.start;
    form.requestSubmit();
  } else {
    const card = current();
    const way = card.querySelector("[data-key=x]").getAttribute("hx-get");
    getSelection().removeAllRanges();
    goTo(card);
    htmx.ajax("GET", `${way}&start=${place.start}&end=${place.end}`, {
      target: card, swap: "outerHTML", source: card,
    });
  }
}

// -- By keyboard -----------------------------------------------------------------------------------

const segmenter = new Intl.Segmenter("vi", { granularity: "sentence" });
let sentences = null;
let at = 0;

document.addEventListener("review:opened", () => {
  sentences = null;
});

// Give all sentences, and remember them: the text of a page does not change.
function allSentences() {
  sentences ??= [...body().querySelectorAll("[data-start]")].flatMap((paragraph) =>
    [...segmenter.segment(paragraph.textContent)]
      .map(({ segment, index }) => [paragraph, index, index + segment.trimEnd().length]));
  return sentences;
}

function point(paragraph, offset) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = offset;
  let node = walker.nextNode();
  while (node && left > node.length) {
    left -= node.length;
    node = walker.nextNode();
  }
  return [node, left];
}

function choose(number) {
  const all = allSentences();
  at = Math.max(0, Math.min(number, all.length - 1));
  const [paragraph, start, end] = all[at];
  getSelection().setBaseAndExtent(...point(paragraph, start), ...point(paragraph, end));
  paragraph.scrollIntoView({ block: "nearest" });
}

function begin() {
  const words = [...document.querySelectorAll(".mark-task-focus")].at(-1);
  const before = document.createRange();
  before.setStart(body(), 0);
  before.setEndAfter(words ?? body().firstElementChild);
  const here = words
    ? allSentences().findLastIndex(([paragraph, start]) => before.isPointInRange(...point(paragraph, start)))
    : -1;
  body().focus({ preventScroll: true });
  choose(here + 1);
}

document.addEventListener("keydown", (event) => {
  if (event.target !== body() || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  const place = selected();
  if (event.shiftKey && place && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
    getSelection().modify("extend", event.key === "ArrowLeft" ? "backward" : "forward", "word");
  } else if (event.shiftKey || !place) {
    return;
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    choose(at + (event.key === "ArrowDown" ? 1 : -1));
  } else if (event.key === "Enter") {
    take("missed");
  } else if (event.key === "Escape") {
    getSelection().removeAllRanges();
    if (current()) {
      goTo(current());
    }
  } else {
    return;
  }
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-key=m]")) {
    event.preventDefault();
    begin();
  }
});
