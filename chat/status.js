// Runs once for the status lines (Gradio calls it with `element`, `trigger` and `watch`).
// A line to see tells what was done; a line to hear tells a screen reader that an answer is there.

const words = () => element.querySelector("[data-thanks]").dataset;
let hiding = 0;
let heard = "";

function show(text) {
  const toast = element.querySelector(".toast");
  toast.textContent = text;
  toast.classList.add("toast-shown");
  clearTimeout(hiding);
  hiding = setTimeout(() => toast.classList.remove("toast-shown"), 4000);
}

function readOut(text) {
  element.querySelector(".read-out").textContent = text;
}

// An answer is read out once, in full, and not piece by piece as it comes.
document.addEventListener("chat:drawn", (event) => {
  const turn = event.detail.turns?.querySelector(".turn:last-child");
  if (!turn) return;
  const busy = turn.getAttribute("aria-busy") === "true";
  const state = `${event.detail.turns.dataset.conversation} ${turn.dataset.turn} ${busy}`;
  if (state === heard) return;
  heard = state;
  const searching = element.querySelector(".read-out").dataset.searching;
  readOut(busy ? searching : turn.querySelector(".understood, .answer-text, .answer-failed")
    ? [...turn.querySelectorAll(".no-answer-label, .understood, .answer-text, .answer-failed, .notes")]
      .map((part) => part.textContent.replace(/\s+/g, " ").trim()).join(" ")
    : "");
});
document.addEventListener("chat:say", (event) => show(words()[event.detail]));
document.addEventListener("chat:read-out", (event) => readOut(event.detail));
