// Proposals while one types: a combobox over the field of search (ARIA APG, list autocomplete).
// Without this module the field is a field of a form, and nothing is missing but the proposals.

const PAUSE = 160;
const MOST_KEPT = 50;

const form = document.querySelector("form.search");
const field = form.querySelector("#q");
const list = form.querySelector("[role=listbox]");
const status = form.querySelector("[role=status]");

const kept = new Map();
let timer;
let asked = "";
let chosen = -1;

field.setAttribute("role", "combobox");
field.setAttribute("aria-autocomplete", "list");
field.setAttribute("aria-controls", list.id);
field.setAttribute("aria-expanded", "false");

function close() {
  clearTimeout(timer);
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
  status.textContent = "";
  chosen = -1;
}

function choose(place) {
  const options = [...list.children];
  if (!options.length) return;
  options[chosen]?.setAttribute("aria-selected", "false");
  // Beyond either end is the field itself.
  chosen = place >= options.length || place < -1 ? (place < -1 ? options.length - 1 : -1) : place;
  if (chosen < 0) {
    field.removeAttribute("aria-activedescendant");
    return;
  }
  options[chosen].setAttribute("aria-selected", "true");
  options[chosen].scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", options[chosen].id);
}

function option({ kind, text, address }, place) {
  const item = document.createElement("li");
  item.id = `q-suggestion-${place}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  item.dataset.address = address;
  const label = document.createElement("span");
  label.className = "kind";
  label.textContent = kind;
  const words = document.createElement("span");
  words.lang = "vi";
  words.textContent = text;
  item.append(label, words);
  return item;
}

function show(suggestions) {
  close();
  list.replaceChildren(...suggestions.map(option));
  if (!suggestions.length || document.activeElement !== field) return;
  list.hidden = false;
  field.setAttribute("aria-expanded", "true");
  status.textContent = status.dataset.some;
}

async function suggest() {
  const typed = field.value.trim();
  asked = typed;
  if (typed.length < 2) {
    close();
    return;
  }
  if (!kept.has(typed)) {
    try {
      const answer = await fetch(`${form.dataset.suggest}?${new URLSearchParams({ q: typed })}`);
      if (!answer.ok) return;
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value);
      kept.set(typed, (await answer.json()).suggestions);
    } catch {
      return; // without a connection the form still says so itself
    }
  }
  if (asked === typed && field.value.trim() === typed) show(kept.get(typed));
}

field.addEventListener("input", (event) => {
  clearTimeout(timer);
  if (!event.isComposing) timer = setTimeout(suggest, PAUSE);
});
field.addEventListener("compositionend", () => {
  clearTimeout(timer);
  timer = setTimeout(suggest, PAUSE);
});
field.addEventListener("keydown", (event) => {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "ArrowDown" && list.hidden) {
    event.preventDefault();
    suggest();
  } else if (list.hidden) {
    return;
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
  } else if (event.key === "Escape") {
    event.preventDefault();
    close();
  } else if (event.key === "Enter" && chosen >= 0) {
    event.preventDefault();
    location.assign(list.children[chosen].dataset.address);
  }
});
field.addEventListener("blur", close);
form.addEventListener("submit", close);
list.addEventListener("mousedown", (event) => {
  event.preventDefault(); // the focus stays in the field, so that the list stays open
});
list.addEventListener("click", (event) => {
  const item = event.target.closest("[role=option]");
  if (item) location.assign(item.dataset.address);
});
