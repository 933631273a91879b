// Runs once for the question box: answers while staff type, keeps the questions of the call that are
// finished, and writes a question down that stays.

// Milliseconds without a key after which the question is looked for. A word that an input method
// has put in is whole; single keys follow each other fast, and an answer begun too early delays
// the next.
const TYPING_PAUSE = 200;
const WORD_PAUSE = 50;
const STAYS = 4000;
// What a follow-up leaves out is looked for in this many questions before it.
const REMEMBERED = 6;
// An answer that takes longer is not waited for: the connection was lost.
const LOST = 15000;
const questions = latest((now) => trigger("ask", now), LOST);

let asked = "";
let recorded = "";
let pause = null;
let staying = null;
let conversation = newConversation();
// The finished questions of this call with their answers, and the one in the box once it is written
// down. They are kept on this page alone.
let turns = [];
let stayed = null;
let answered = { question: "", text: "" };

function newConversation() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const box = () => element.querySelector("#call-question");
const history = (before) => before.slice(-REMEMBERED).flatMap(({ question, text }) => [question, text]);
const region = () => element.querySelector("#call-region").value;

function typed() {
  return { question: box().value.trim(), region: region(), history: history(turns) };
}

// The same words mean something else in another call, or after another question.
const keyOf = (now) => JSON.stringify([now.question, now.region, turns.length, conversation]);

function answerTo(now) {
  clearTimeout(pause);
  const key = keyOf(now);
  if (key === asked) return;
  asked = key;
  document.getElementById("desk-answer").setAttribute("aria-busy", "true");
  questions.ask(now);
}

function ask() {
  clearTimeout(pause);
  const now = typed();
  // Between two questions the answer to the last one stays.
  if (!now.question && turns.length) return;
  const before = asked;
  answerTo(now);
  if (asked === before) return;
  clearTimeout(staying);
  staying = setTimeout(record, STAYS);
}

function record() {
  clearTimeout(staying);
  const now = typed();
  const key = keyOf(now);
  if (!now.question || key === recorded) return;
  recorded = key;
  stayed = { question: now.question, text: answered.question === now.question ? answered.text : "" };
  trigger("record", { ...now, conversation });
}

// What comes next may be a follow-up to what was written down; the rest were drafts.
function goOn() {
  if (stayed) turns.push(stayed);
  stayed = null;
  showTurns();
}

function finish() {
  ask();
  record();
  goOn();
}

function showTurns() {
  const list = element.querySelector(".call-turns");
  list.hidden = !turns.length;
  list.replaceChildren(...turns.map(({ question }) => {
    const item = document.createElement("li");
    item.lang = "zh-CN";
    item.textContent = question;
    return item;
  }));
  list.scrollTop = list.scrollHeight;
  box().placeholder = turns.length ? box().dataset.next : box().dataset.first;
}

function clear() {
  if (!box()) return;
  record();
  box().value = "";
  turns = [];
  stayed = null;
  conversation = newConversation();
  showTurns();
  ask();
  box().focus();
}

// The question in the box, or else the last one that was finished.
function again() {
  const last = turns.at(-1);
  if (box().value.trim() || !last) ask();
  else answerTo({ question: last.question, region: region(), history: history(turns.slice(0, -1)) });
}

function isAllSelected() {
  const { value, selectionStart, selectionEnd } = box();
  return Boolean(value) && selectionStart === 0 && selectionEnd === value.length;
}

element.addEventListener("compositionstart", () => { if (isAllSelected()) goOn(); });
element.addEventListener("beforeinput", (event) => {
  if (!event.isComposing && isAllSelected()) goOn();
});
element.addEventListener("input", (event) => {
  if (event.isComposing) return;
  if (!box().value.trim()) goOn();
  clearTimeout(pause);
  pause = setTimeout(ask, TYPING_PAUSE);
});
element.addEventListener("compositionend", () => {
  clearTimeout(pause);
  pause = setTimeout(ask, WORD_PAUSE);
});
element.addEventListener("change", again);
element.addEventListener("submit", (event) => event.preventDefault());
element.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  finish();
  box().value = "";
});
element.addEventListener("click", (event) => {
  if (event.target.closest("[data-action=clear]")) clear();
});
document.addEventListener("desk:asked", () => {
  if (!questions.answered()) document.getElementById("desk-answer").removeAttribute("aria-busy");
});
document.addEventListener("desk:answered", ({ detail }) => {
  answered = detail;
  for (const turn of [...turns, stayed ?? {}]) if (turn.question === detail.question) turn.text = detail.text;
});
document.addEventListener("desk:clear", clear);
document.addEventListener("desk:settled", () => { if (box()) record(); });
// After an answer was edited: what leads now.
document.addEventListener("desk:again", () => {
  asked = "";
  again();
});
document.addEventListener("desk:ask", (event) => {
  finish();
  box().value = event.detail.question;
  ask();
  box().focus();
});
watch("value", () => box()?.focus());
