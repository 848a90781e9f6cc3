// One key for what the buttons and links of the screen do. Never while somebody types, composes
// with an input method, or holds a modifier.

const FIELD = "input, textarea, select, [contenteditable]";
const PROCESSED = 229; // the input method has taken the key

document.addEventListener("keydown", (event) => {
  const isTyping = event.isComposing || event.keyCode === PROCESSED || event.target.closest?.(FIELD);
  const isHeld = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
  if (event.defaultPrevented || event.repeat || isTyping || isHeld || event.key.length !== 1) return;
  const button = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
  const details = button.closest("details");
  if (details?.open) details.querySelector("input[type=text]").focus();
});

document.addEventListener("keydown", (event) => {
  const details = event.target.closest?.("details[open]");
  if (event.key !== "Escape" || event.isComposing || !details) return;
  details.open = false;
  details.querySelector("summary").focus();
});
