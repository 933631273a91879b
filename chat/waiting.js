// Runs once for the line of waiting questions (Gradio calls it with `element`, `trigger`, `watch`).
// Questions are answered one after the other, as each builds on the turns before it; one that is
// sent meanwhile waits here, so that none is lost.

const waiting = [];
let asked = null;
let dropped = false;
// While another conversation is being opened or begun, its turns are not there to build on.
let opening = false;

function draw() {
  const line = element.querySelector(".waiting");
  line.textContent = waiting.length ? line.dataset.label + visible(waiting.join(" · ")) : "";
}

function next() {
  if (asked === null && !opening && waiting.length) {
    asked = waiting.shift();
    trigger("submit", { question: asked });
  }
  draw();
}

function putBack(question) {
  const box = document.querySelector("#question textarea");
  if (!box || box.value) return;
  box.value = question;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

// The box is read and emptied in one go, within the key press itself: Gradio's own events do it a
// little later, and would wipe out what is typed in between. What cannot be asked stays in the box,
// where it can be mended; the server says what is wrong with it.
function send() {
  const box = document.querySelector("#question textarea");
  const question = box.value;
  const limit = Number(element.querySelector(".waiting").dataset.limit);
  if (question.trim() && [...question].length <= limit) {
    box.value = "";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  ask(question);
}

function ask(question) {
  // A button pressed twice asks once.
  if (question !== asked && !waiting.includes(question)) waiting.push(question);
  next();
}

document.addEventListener("keydown", (event) => {
  if (!event.target.matches?.("#question textarea")) return;
  // Enter that ends a word of an input method (code 229 in some browsers) sends nothing.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  event.stopPropagation();
  send();
}, { capture: true });
document.addEventListener("click", (event) => {
  if (event.target.closest("#send")) send();
});
document.addEventListener("chat:ask", (event) => ask(event.detail.question));
document.addEventListener("chat:reset", () => {
  waiting.length = 0;
  dropped = asked !== null;
  opening = true;
  draw();
});
document.addEventListener("chat:opened", () => {
  opening = false;
  next();
});
document.addEventListener("chat:asked", (event) => {
  if (event.detail.failed && asked !== null && !dropped) putBack(asked);
  asked = null;
  dropped = false;
  next();
});
watch("value", draw);
