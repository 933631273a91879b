// Runs once for the form of a staged document (Gradio calls it with `element`, `trigger`, `watch`).
// What was typed is kept by document, so that one can turn to another and come back, or load the
// page anew.

const say = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
const form = () => element.querySelector("form");
const KEPT = "library-typed";
const typed = new Map(JSON.parse(sessionStorage.getItem(KEPT) ?? "[]"));
let shown = "";
let serial = 0;

const typedNow = () => {
  const token = form()?.dataset.form ?? "";
  if (!typed.has(token)) typed.set(token, {});
  return typed.get(token);
};

function fill() {
  if (!form()) return;
  const given = typedNow();
  for (const field of form().querySelectorAll("[name]")) {
    const own = field.tagName === "SELECT"
      ? [...field.options].find((one) => one.hasAttribute("selected"))?.value ?? field.options[0].value
      : field.defaultValue;
    field.value = given[field.name] ?? own;
  }
  showId();
}

// A newer version takes the id of the one that it replaces.
function showId() {
  const replacing = form()?.querySelector("[name=replacing]");
  const id = form()?.querySelector(".field-id");
  if (id) id.hidden = Boolean(replacing?.value);
}

element.addEventListener("input", (event) => {
  const { name, value } = event.target;
  typedNow()[name] = value;
  sessionStorage.setItem(KEPT, JSON.stringify([...typed]));
  showId();
  if (name === "replacing") trigger("pick", { token: form().dataset.form, replacing: value });
});
element.addEventListener("click", (event) => {
  const open = event.target.closest("[data-open]");
  if (open) say("library:open", { id: open.dataset.open });
  if (event.target.closest("[data-action=discard]")) trigger("discard", { token: form().dataset.form });
});
element.addEventListener("submit", (event) => {
  event.preventDefault();
  const button = element.querySelector("[type=submit]");
  if (button.disabled || element.hasAttribute("data-saving")) return;
  element.setAttribute("data-saving", "");
  const { replacing = form().querySelector("[name=replacing]")?.value ?? "", ...fields } = typedNow();
  trigger("save", { token: form().dataset.form, fields, replacing });
});
document.addEventListener("library:pick", (event) => trigger("pick", { token: event.detail.token }));
document.addEventListener("library:idle", () => element.removeAttribute("data-saving"));

watch("value", () => {
  const drawn = Number(element.querySelector("[data-serial]")?.dataset.serial ?? 0);
  if (drawn < serial) say("library:settle"); // as in files.js
  else serial = drawn;
  fill();
  const refused = element.querySelector("[role=alert]");
  if (refused) {
    refused.focus({ preventScroll: true });
    refused.scrollIntoView({ block: "nearest" });
  } else if (form() && form().dataset.form !== shown && shown) {
    element.querySelector(".form-heading").focus();
  }
  shown = form()?.dataset.form ?? "";
});
