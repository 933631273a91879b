// Runs once for the conversation (Gradio calls it with `element`, `trigger` and `watch`).
// Clicks are handled here for all turns, present and future, by their data-action.

const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
const turnCount = () => element.querySelectorAll(".turn").length;
let turnsBefore = turnCount();

async function copy(button, text) {
  if (!(await copyText(text))) {
    tell("chat:say", "notCopied");
    return;
  }
  tell("chat:read-out", button.dataset.copied);
  const label = button.textContent;
  if (label === button.dataset.copied) return;
  button.style.minWidth = `${button.offsetWidth}px`;
  button.textContent = button.dataset.copied;
  setTimeout(() => { button.textContent = label; }, 2000);
}

function link({ question, region, inForce }) {
  const address = new URL(location.pathname, location.origin);
  address.searchParams.set("q", question);
  if (region) address.searchParams.set("region", region);
  if (inForce) address.searchParams.set("in_force", "1");
  return address.href;
}

element.addEventListener("click", (event) => {
  const target = event.target.closest("[data-action]");
  if (!target) return;
  const { action, question } = target.dataset;
  if (action === "ask") tell("chat:ask", { question });
  if (action === "copy") copy(target, target.dataset.copy);
  if (action === "share") copy(target, link(target.dataset));
  if (action === "thumb") tell("chat:thumb", { button: target });
  if (action === "open") tell("evidence:open", { opener: target });
});

watch("value", () => {
  const turns = element.querySelectorAll(".turn");
  // A new question goes to the top; its answer then grows into the free space below it.
  if (turns.length > turnsBefore) {
    // What backs an earlier answer must not stand beside the new one.
    tell("evidence:close", { keepFocus: true });
    const scroller = element.closest("#conversation");
    const last = turns[turns.length - 1];
    const distance = last.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    scroller.scrollTop += distance + last.clientTop;
  }
  turnsBefore = turns.length;
  tell("chat:drawn", { turns: element.querySelector(".turns") });
});
