// Search and pick: what was ticked stays while one searches on, and keys do not lose their place.
// Without this module every search begins with nothing ticked.

const told = document.querySelector("#picking-told");
let kept = [];
let following = [];

document.addEventListener("change", ({ target }) => {
  if (target.id !== "picking-below") return;
  document.querySelector("#picking-search [name=below]").value = target.value;
});

function tellOfFailure() {
  told.textContent = told.dataset.failed;
}

document.addEventListener("htmx:sendError", tellOfFailure);

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  // Whoever is not signed in any more gets a whole page, as does who asks for what is gone.
  if (!detail.serverResponse.includes('id="picking-panel"')) {
    detail.shouldSwap = false;
    tellOfFailure();
    return;
  }
  const stay = detail.requestConfig.verb === "get";
  kept = stay ? [...document.querySelectorAll("#picking-add li:has([name=pick]:checked)")] : [];
  const boxes = [...document.querySelectorAll("#picking-add [name=pick]")];
  following = boxes.slice(boxes.indexOf(document.activeElement) + 1).map((box) => box.id);
});

function keep(row, panel) {
  const { value } = row.querySelector("[name=pick]");
  const same = panel.querySelector(`[name=pick][value="${value}"]`);
  if (same) {
    same.checked = true;
    return;
  }
  if (panel.querySelector(`[data-stands="${value}"]`)) return;
  const before = panel.querySelector(".picking-kept");
  before.hidden = false;
  before.querySelector("ul").append(row);
}

document.addEventListener("htmx:load", ({ detail }) => {
  const panel = detail.elt;
  if (panel.id !== "picking-panel") return;
  for (const row of kept) keep(row, panel);
  kept = [];
  told.scrollIntoView({ block: "nearest" });
  if (document.activeElement !== document.body) return;
  // A box that Enter was pressed on is not there any more, nor is the link to the next ones.
  const next = following.map((id) => document.getElementById(id)).find((box) => box);
  (next ?? panel.querySelector("#picking-results")).focus();
});
