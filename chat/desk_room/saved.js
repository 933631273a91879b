// Runs once for what became of a draft: when it was saved, the editor closes.

watch("value", () => {
  const message = element.querySelector("[data-saved]");
  if (message?.dataset.saved === "true") setTimeout(() => document.dispatchEvent(new CustomEvent("desk:saved")), 900);
  else message?.scrollIntoView({ block: "nearest" });
});
