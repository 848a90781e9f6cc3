// Offer names while somebody types `@` in a comment. Without this file the name is simply typed.

const WRITTEN = /(?:^|[^\w@.+-])@([\p{L}\p{N}_.+-]*)$/u;
const WAIT = 150;

let box = null; // the list that is open: { area, list, from, at }
let timer = 0;
let asked = 0;

document.addEventListener("input", (event) => {
  const area = event.target.closest?.("textarea[data-people]");
  if (!area || event.isComposing) return;
  look(area);
});

document.addEventListener("compositionend", (event) => {
  const area = event.target.closest?.("textarea[data-people]");
  if (area) look(area);
});

document.addEventListener("keydown", (event) => {
  if (!box || event.target !== box.area || event.isComposing) return;
  const moves = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in moves) {
    mark((box.at + moves[event.key] + box.list.children.length) % box.list.children.length);
  } else if (event.key === "Enter" || event.key === "Tab") {
    choose(box.list.children[box.at]);
  } else if (event.key === "Escape") {
    close();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
});

document.addEventListener("focusout", (event) => {
  if (box && event.target === box.area) close();
});

// Words that were marked in the article are what the comment is about.
document.addEventListener("focusin", (event) => {
  const form = event.target.closest?.(".comment-form");
  const about = form?.querySelector("[data-about]");
  const marked = document.querySelector(".review-body")?.dataset.marked;
  if (about && !about.value && marked) about.value = marked;
});

document.addEventListener("selectionchange", () => {
  const text = document.querySelector(".review-body");
  const selection = document.getSelection();
  if (!text || !selection || !text.contains(selection.anchorNode)) return;
  text.dataset.marked = selection.toString().trim();
});

function look(area) {
  const before = area.value.slice(0, area.selectionStart);
  const written = WRITTEN.exec(before);
  clearTimeout(timer);
  if (!written) {
    close();
    return;
  }
  timer = setTimeout(() => offer(area, written[1]), WAIT);
}

async function offer(area, words) {
  const mine = ++asked;
  const answer = await fetch(`${area.dataset.people}?${new URLSearchParams({ words })}`);
  if (!answer.ok || mine !== asked || document.activeElement !== area) return;
  const { people } = await answer.json();
  close();
  if (people.length) open(area, area.selectionStart - words.length, people);
}

function open(area, from, people) {
  const list = document.createElement("ul");
  list.className = "comment-people";
  list.id = `${area.id}-people`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", area.labels[0]?.textContent ?? "");
  people.forEach((each, number) => {
    const item = document.createElement("li");
    item.id = `${list.id}-${number}`;
    item.setAttribute("role", "option");
    item.dataset.username = each.username;
    item.textContent = `${each.name} @${each.username}`;
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      choose(item);
    });
    list.append(item);
  });
  area.after(list);
  area.setAttribute("aria-controls", list.id);
  area.setAttribute("aria-autocomplete", "list");
  box = { area, list, from, at: 0 };
  mark(0);
}

function mark(at) {
  box.at = at;
  [...box.list.children].forEach((item, number) =>
    item.setAttribute("aria-selected", String(number === at)),
  );
  box.area.setAttribute("aria-activedescendant", box.list.children[at].id);
}

function choose(item) {
  const { area, from } = box;
  area.setRangeText(`${item.dataset.username} `, from, area.selectionStart, "end");
  close();
}

function close() {
  asked += 1;
  if (!box) return;
  box.list.remove();
  box.area.removeAttribute("aria-activedescendant");
  box.area.removeAttribute("aria-controls");
  box = null;
}
