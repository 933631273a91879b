// Runs once for the form with a document's metadata (Gradio calls it with `element`, `trigger`,
// `watch`). Only what was typed is sent: what was left alone stays as it is in the library.

const say = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
const form = () => element.querySelector("form");
let typed = {};
let serial = 0;
let saving = false;

function close() {
  typed = {};
  serial += 1;
  trigger("edit", { document: "", serial });
}

function fill() {
  for (const field of form()?.querySelectorAll("[name]") ?? []) {
    const given = field.tagName === "SELECT"
      ? [...field.options].find((one) => one.hasAttribute("selected"))?.value ?? ""
      : field.defaultValue;
    field.value = typed[field.name] ?? given;
  }
}

document.addEventListener("library:edit", (event) => {
  typed = {};
  serial += 1;
  trigger("edit", { document: event.detail.id, serial });
});
document.addEventListener("library:edited", () => { if (form()) close(); });
document.addEventListener("library:idle", () => {
  for (const button of element.querySelectorAll("button:disabled")) button.disabled = false;
  saving = false;
});

element.addEventListener("input", (event) => { typed[event.target.name] = event.target.value; });
element.addEventListener("click", (event) => {
  if (event.target.closest("[data-action=cancel]")) close();
  if (event.target.closest("[data-action=drop]")) say("library:edit", { id: form().dataset.form });
});
element.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && form() && !event.isComposing) {
    event.stopPropagation();
    close();
  }
});
element.addEventListener("submit", (event) => {
  event.preventDefault();
  if (saving) return;
  saving = true;
  serial += 1;
  element.querySelector("[type=submit]").disabled = true;
  const { form: id, version } = form().dataset;
  trigger("amend", { document: id, version, fields: { ...typed }, serial });
});

watch("value", () => {
  fill();
  if (form()) {
    const target = element.querySelector("[role=alert]") ?? element.querySelector(".form-heading");
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
  } else if (element.querySelector("[data-saved]")) {
    typed = {};
    element.closest("#library-reader").scrollTop = 0;
    say("library:reopen");
  }
});
