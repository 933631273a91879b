// Runs once for the header (Gradio calls it with `element`, `trigger` and `watch`).

function speak() {
  const header = element.querySelector("[data-language]");
  if (!header) return;
  document.documentElement.lang = header.dataset.language;
  document.title = header.dataset.title;
}

element.addEventListener("click", (event) => {
  const target = event.target.closest("[data-action], .skip-link");
  if (!target) return;
  if (target.dataset.action === "history") {
    document.dispatchEvent(new CustomEvent("history:open"));
    return;
  }
  const question = document.querySelector("#question textarea");
  if (target.dataset.action === "reset") {
    document.dispatchEvent(new CustomEvent("evidence:close"));
    document.dispatchEvent(new CustomEvent("chat:reset"));
    trigger("clear");
  } else {
    event.preventDefault();
  }
  question?.focus();
});

watch("value", speak);
speak();
