// Runs once for the question box: answers while staff type, and writes a question down that stays.

const TYPING_PAUSE = 200;
const STAYS = 4000;

let asked = "";
let recorded = "";
let pause = null;
let staying = null;
let conversation = newConversation();

function newConversation() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const box = () => element.querySelector("#call-question");

function typed() {
  return { question: box().value.trim(), region: element.querySelector("#call-region").value };
}

function ask() {
  clearTimeout(pause);
  const now = typed();
  const key = JSON.stringify(now);
  if (key === asked) return;
  asked = key;
  document.getElementById("desk-answer").setAttribute("aria-busy", "true");
  trigger("ask", now);
  clearTimeout(staying);
  staying = setTimeout(record, STAYS);
}

function record() {
  clearTimeout(staying);
  const now = typed();
  const key = JSON.stringify(now);
  if (!now.question || key === recorded) return;
  recorded = key;
  trigger("record", { ...now, conversation });
}

function clear() {
  if (!box()) return;
  record();
  box().value = "";
  conversation = newConversation();
  ask();
  box().focus();
}

element.addEventListener("input", (event) => {
  if (event.isComposing) return;
  clearTimeout(pause);
  pause = setTimeout(ask, TYPING_PAUSE);
});
element.addEventListener("compositionend", () => {
  clearTimeout(pause);
  pause = setTimeout(ask, TYPING_PAUSE);
});
element.addEventListener("change", ask);
element.addEventListener("submit", (event) => event.preventDefault());
element.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  ask();
});
element.addEventListener("click", (event) => {
  if (event.target.closest("[data-action=clear]")) clear();
});
document.addEventListener("desk:clear", clear);
document.addEventListener("desk:settled", () => { if (box()) record(); });
// After an answer was edited: what leads now.
document.addEventListener("desk:again", () => {
  asked = "";
  ask();
});
document.addEventListener("desk:ask", (event) => {
  box().value = event.detail.question;
  ask();
  box().focus();
});
watch("value", () => box()?.focus());
