// Runs once for the answer at the desk: approve it, edit it, or take one of its choices.

const region = () => document.getElementById("call-region")?.value ?? "";

element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-action]");
  if (!button) return;
  const { action, draft, approved, version, question } = button.dataset;
  if (action === "approve") {
    trigger("approve", { ...JSON.parse(draft), approved, version, region: region() });
  }
  if (action === "edit") document.dispatchEvent(new CustomEvent("desk:edit", { detail: JSON.parse(draft) }));
  if (action === "edit-approved") document.dispatchEvent(new CustomEvent("desk:edit", { detail: { approved } }));
  if (action === "choose") document.dispatchEvent(new CustomEvent("desk:ask", { detail: { question } }));
});

watch("value", () => {
  element.closest("#desk-answer").scrollTop = 0;
  const { asked, text } = element.querySelector(".call-answer")?.dataset ?? {};
  if (asked) document.dispatchEvent(new CustomEvent("desk:answered", { detail: { question: asked, text } }));
});
