// Runs once for the conversation (Gradio calls it with `element`, `trigger` and `watch`).
// Clicks are handled here for all turns, present and future, by their data-action.

const turnCount = () => element.querySelectorAll(".turn").length;
let turnsBefore = turnCount();

async function copyText(text) {
  if (navigator.clipboard && window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  // Plain http on a local network has no clipboard; a selection still works there.
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

async function copyAnswer(button) {
  await copyText(button.dataset.copy);
  const label = button.textContent;
  if (label === button.dataset.copied) return;
  button.textContent = button.dataset.copied;
  setTimeout(() => { button.textContent = label; }, 2000);
}

element.addEventListener("click", (event) => {
  const target = event.target.closest("[data-action]");
  if (!target) return;
  const { action, question } = target.dataset;
  if (action === "ask") trigger("submit", { question });
  if (action === "copy") copyAnswer(target);
  if (action === "open") {
    document.dispatchEvent(new CustomEvent("evidence:open", { detail: { opener: target } }));
  }
});

watch("value", () => {
  const turns = element.querySelectorAll(".turn");
  // A new question goes to the top; its answer then grows into the free space below it.
  if (turns.length > turnsBefore) {
    const scroller = element.closest("#conversation");
    const last = turns[turns.length - 1];
    const distance = last.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    scroller.scrollTop += distance + last.clientTop;
  }
  turnsBefore = turns.length;
});
