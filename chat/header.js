// Runs once for the header (Gradio calls it with `element`, `trigger` and `watch`).

function speak() {
  const header = element.querySelector("[data-language]");
  if (!header) return;
  document.documentElement.lang = header.dataset.language;
  document.title = header.dataset.title;
}

// Where one types in the room that is open: the question box, the caller's question, the search.
function firstField() {
  return [...document.querySelectorAll("#question textarea, #rooms :is(textarea, input)")]
    .find((field) => field.checkVisibility());
}

element.addEventListener("click", (event) => {
  const target = event.target.closest("[data-action], .skip-link");
  if (!target) return;
  if (target.dataset.action === "history") {
    document.dispatchEvent(new CustomEvent("history:open"));
    return;
  }
  if (target.dataset.action === "reset") {
    document.dispatchEvent(new CustomEvent("evidence:close"));
    document.dispatchEvent(new CustomEvent("chat:reset"));
    trigger("clear");
  } else {
    event.preventDefault();
  }
  firstField()?.focus();
});

watch("value", speak);
speak();
