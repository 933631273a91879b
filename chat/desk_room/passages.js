// Runs once for the passages beside the editor: looking for them, and citing words of one.

// The selected words as offsets into the passage, or all of it. Where the page had to write a
// character out, places on the page are not places in the text: then the whole passage is cited.
function selected(passage) {
  const whole = [0, passage.dataset.text.length];
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return whole;
  const range = selection.getRangeAt(0);
  if (!passage.contains(range.startContainer) || !passage.contains(range.endContainer)) return whole;
  if (passage.textContent !== passage.dataset.text) return whole;
  const before = document.createRange();
  before.setStart(passage, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return [start, start + range.toString().length];
}

// The server counts characters, this script UTF-16 units: they differ beyond the basic plane.
const characters = (text) => [...text].length;

element.addEventListener("mousedown", (event) => {
  // A press on the button would clear what is selected.
  if (event.target.closest("[data-action=cite]")) event.preventDefault();
});
element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-action=cite]");
  if (!button) return;
  const card = button.closest("[data-document]");
  const passage = card.querySelector("[data-text]");
  const text = passage.dataset.text;
  const [from, to] = selected(passage);
  const first = Number(card.dataset.start) + characters(text.slice(0, from));
  const quote = text.slice(from, to);
  document.dispatchEvent(new CustomEvent("desk:cite", { detail: {
    document: card.dataset.document,
    start: first,
    end: first + characters(quote),
    quote,
    title: card.dataset.title,
  } }));
});
element.addEventListener("submit", (event) => {
  event.preventDefault();
  trigger("find", { words: element.querySelector("#find-words").value });
});
