// Runs once for the questions that a document answers (Gradio calls it with `element`).
// A chat on the same page gets the question in its box; without one it is copied.

async function copyText(text) {
  if (navigator.clipboard && window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

function putInChat(question) {
  const box = document.querySelector("#question textarea");
  if (!box) return false;
  box.value = question;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  document.getElementById("chat-tab-button")?.click();
  setTimeout(() => box.focus());
  return true;
}

element.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-question]");
  if (!button) return;
  const { question, copied } = button.dataset;
  if (putInChat(question)) return;
  await copyText(question);
  button.dataset.note = copied;
  setTimeout(() => { delete button.dataset.note; }, 2000);
});

// Those of a document that was left meanwhile are not shown under another.
watch("value", () => {
  const section = element.querySelector(".questions");
  const heading = document.querySelector("#library-heading .reader-heading");
  if (section) section.hidden = section.dataset.document !== heading?.dataset.document;
});
