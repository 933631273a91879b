// Runs once for the form of reasons (Gradio calls it with `element`, `trigger` and `watch`).
// A thumb up is sent at once, a thumb down with the reason that was chosen or typed.

const dialog = () => element.querySelector("dialog");
const sent = [];
let record = "";

function send(up, reason) {
  sent.push({ record, up });
  trigger("like", { record, up, reason });
}

document.addEventListener("chat:thumb", (event) => {
  const { button } = event.detail;
  record = button.dataset.record;
  if (button.dataset.up === "true") {
    send(true, "");
    return;
  }
  dialog().querySelector("form").reset();
  dialog().showModal();
});

element.addEventListener("click", (event) => {
  if (event.target === dialog() || event.target.closest("[data-action=close]")) dialog().close();
});

element.addEventListener("submit", (event) => {
  event.preventDefault();
  const given = new FormData(event.target);
  const reason = [given.get("reason"), given.get("typed").trim()].filter(Boolean).join("：");
  dialog().close();
  send(false, reason);
});

document.addEventListener("chat:noted", (event) => {
  const thumb = sent.shift();
  if (!thumb) return;
  const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
  if (!event.detail.failed) tell("chat:rated", thumb);
  tell("chat:say", event.detail.failed ? "notNoted" : "thanks");
});
