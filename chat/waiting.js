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

document.addEventListener("chat:ask", (event) => {
  const { question } = event.detail;
  // A button pressed twice asks once.
  if (question !== asked && !waiting.includes(question)) waiting.push(question);
  next();
});
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
