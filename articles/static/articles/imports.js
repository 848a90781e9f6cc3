// Says what is wrong with the chosen files before they are sent. The server checks again.

const list = document.getElementById("chosen-files");
const input = document.getElementById(list.dataset.input);
const words = list.dataset;
const suffixes = input.accept.split(",");
const advice = JSON.parse(words.advice);
const shownAtMost = 200;

function problem(file) {
  const dot = file.name.lastIndexOf(".");
  const suffix = dot < 0 ? "" : file.name.slice(dot).toLowerCase();
  if (suffix && !suffixes.includes(suffix)) return advice[suffix] ?? words.unsupported;
  if (file.size === 0) return words.empty;
  if (file.size > Number(words.mostBytes)) return words.tooLarge;
  return "";
}

function line(file) {
  const item = document.createElement("li");
  const wrong = problem(file);
  item.textContent = wrong ? `${file.name}: ${wrong}` : file.name;
  item.classList.toggle("bad", Boolean(wrong));
  return item;
}

function show() {
  const files = [...input.files];
  const tooMany = files.length > Number(words.mostFiles) ? words.tooMany : "";
  input.setCustomValidity(tooMany);
  list.replaceChildren();
  if (files.length === 0) return;
  const head = document.createElement("p");
  head.textContent = tooMany || `${words.chosen} ${files.length}`;
  head.classList.toggle("bad", Boolean(tooMany));
  const names = document.createElement("ul");
  const bad = files.filter(problem);
  const good = files.filter((file) => !problem(file));
  names.append(...[...bad, ...good].slice(0, shownAtMost).map(line));
  list.append(head, names);
}

input.addEventListener("change", show);
input.form.addEventListener("submit", (event) => {
  if (!input.checkValidity()) {
    event.preventDefault();
    input.focus();
    return;
  }
  // After the browser has taken the form's values; a second click would import twice.
  setTimeout(() => {
    for (const button of input.form.querySelectorAll("[type=submit]")) button.disabled = true;
  });
});
window.addEventListener("pageshow", () => {
  for (const button of input.form.querySelectorAll("[type=submit]")) button.disabled = false;
  show();
});
