// Runs once for the desk's bar: which view is shown, signing out, copying, and the shortcuts.

const room = document.getElementById("desk");
let confirming = null;

function showView(view) {
  room.dataset.view = view;
  const inNav = view === "editor" ? null : view;
  for (const button of element.querySelectorAll("[data-view]")) {
    if (button.dataset.view === inNav) button.setAttribute("aria-current", "page");
    else if (inNav) button.removeAttribute("aria-current");
  }
}

function openView(place) {
  showView(place.view);
  if (place.view === "call") document.getElementById("call-question")?.focus();
  else trigger("view", place);
}

function edit(draft) {
  room.dataset.before = room.dataset.view;
  showView("editor");
  trigger("edit", draft);
}

async function copy(button) {
  // At once: staff may go on to the next question while the clipboard is still written.
  document.dispatchEvent(new CustomEvent("desk:settled"));
  button.dataset.label ??= button.textContent;
  button.textContent = (await copyText(button.dataset.copy)) ? button.dataset.copied : button.dataset.notCopied;
  setTimeout(() => { button.textContent = button.dataset.label; }, 2000);
}

// What cannot be undone asks once more, on the button itself.
function isConfirmed(button) {
  if (!button.dataset.confirm || confirming === button) return true;
  const label = button.textContent;
  confirming = button;
  button.textContent = button.dataset.confirm;
  setTimeout(() => {
    if (confirming === button) confirming = null;
    button.textContent = label;
  }, 4000);
  return false;
}

// Every staff event that is refused ends here: without a session the form to sign in comes back.
async function lookAgain() {
  const response = await fetch("staff/session");
  if (response.status === 401) location.reload();
}

async function signOut() {
  await fetch("staff/sign-out", { method: "POST" });
  location.reload();
}

function isSignedIn() {
  return Boolean(element.querySelector("[data-signed-in]"));
}

function arrive() {
  room.dataset.view = isSignedIn() ? "call" : "sign-in";
  (document.getElementById("call-question") ?? document.getElementById("sign-in-name"))?.focus();
}

room.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.action === "copy") copy(button);
  if (button.dataset.confirm && !isConfirmed(button)) event.stopImmediatePropagation();
}, true);

element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.view) openView({ view: button.dataset.view });
  if (button.dataset.action === "sign-out") signOut();
});

document.addEventListener("desk:refused", lookAgain);
document.addEventListener("desk:waiting", ({ detail: { name, waiting } }) => {
  const count = element.querySelector(`.nav-button[data-view=${name}] .nav-count`);
  if (!count) return;
  count.textContent = waiting;
  count.hidden = waiting === "0";
});
document.addEventListener("desk:view", (event) => openView(event.detail));
document.addEventListener("desk:edit", (event) => edit(event.detail));
document.addEventListener("keydown", (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey || room.offsetParent === null) return;
  const kind = { KeyC: "ticket", KeyR: "aloud" }[event.code];
  if (room.dataset.view !== "call") return;
  if (kind) {
    event.preventDefault();
    const button = room.querySelector(`#desk-answer [data-kind=${kind}]`);
    if (button) copy(button);
  }
  if (event.code === "KeyN") {
    event.preventDefault();
    document.dispatchEvent(new CustomEvent("desk:clear"));
  }
});

watch("value", arrive);
arrive();
