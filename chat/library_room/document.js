// Runs once for the open document (Gradio calls it with `element`, `trigger` and `watch`).

const say = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));

element.addEventListener("click", (event) => {
  const version = event.target.closest("[data-open]");
  if (version) {
    say("library:open", { id: version.dataset.open });
    return;
  }
  const clause = event.target.closest("[data-clause]");
  const line = clause && element.querySelector(`[data-anchor="${Number(clause.dataset.clause)}"]`);
  if (!line) return;
  for (const one of element.querySelectorAll(".line-reached")) one.classList.remove("line-reached");
  line.classList.add("line-reached");
  line.scrollIntoView({ block: "start" });
  line.focus({ preventScroll: true });
});

// On a phone the outline would push the text off the screen.
const phone = window.matchMedia("(max-width: 768px)");
watch("value", () => {
  const outline = element.querySelector(".outline details");
  if (outline) outline.open = !phone.matches;
});
