// Choosing many tasks: all of the page at once, and how many are chosen. The form works without it.

const all = document.getElementById("choose-all");
const count = document.getElementById("chosen-count");
const boxes = [...document.querySelectorAll("#queue [name=chosen]")];

function tell() {
  const chosen = boxes.filter((box) => box.checked).length;
  if (count) {
    count.textContent = chosen ? `(${chosen})` : "";
  }
  if (all) {
    all.checked = boxes.length > 0 && chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  }
}

if (all) {
  all.hidden = boxes.length === 0;
  all.addEventListener("change", () => {
    for (const box of boxes) {
      box.checked = all.checked;
    }
    tell();
  });
}
for (const box of boxes) {
  box.addEventListener("change", tell);
}
tell(); // a page that one comes back to keeps its ticks

// Enter in the field of the reason would press the first button, which approves.
document.getElementById("bulk-reason")?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.isComposing) {
    event.preventDefault();
  }
});
