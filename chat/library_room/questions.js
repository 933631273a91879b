// Runs once for the questions that a document answers (Gradio calls it with `element`).
// A chat on the same page gets the question in its box; without one it is copied.

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
  const { question, copied, notCopied } = button.dataset;
  if (putInChat(question)) return;
  button.dataset.note = (await copyText(question)) ? copied : notCopied;
  setTimeout(() => { delete button.dataset.note; }, 2000);
});

// Those of a document that was left meanwhile are not shown under another.
watch("value", () => {
  const section = element.querySelector(".questions");
  const heading = document.querySelector("#library-heading .reader-heading");
  if (section) section.hidden = section.dataset.document !== heading?.dataset.document;
});
