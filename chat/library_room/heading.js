// Runs once for the heading of the open document (Gradio calls it with `element`, `trigger`, `watch`).
// It opens documents, and says which of the room's three views is shown.

const room = element.closest("#library-room");
const say = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
const shown = () => element.querySelector(".reader-heading");
let serial = 0;
let openId = "";
let quietly = false;
const opening = latest((what) => trigger("open", what));

function show(view) {
  room.dataset.view = view;
}

function open(id, { quiet = false } = {}) {
  serial += 1;
  openId = id;
  quietly = quiet;
  if (!quiet) {
    show("reader");
    room.setAttribute("data-opening", "");
    say("library:edited");
  }
  opening.ask({ document: id, serial });
}

document.addEventListener("library:opened", opening.answered);

function back() {
  serial += 1;
  show("list");
  room.removeAttribute("data-opening");
  say("library:listed", { id: openId });
}

function confirm(asked) {
  const box = element.querySelector(".confirm");
  const opener = element.querySelector("[data-action=confirm]");
  if (!box || !opener) return;
  box.hidden = !asked;
  opener.setAttribute("aria-expanded", String(asked));
  (asked ? box.querySelector("button") : opener).focus();
}

element.addEventListener("click", (event) => {
  const other = event.target.closest("[data-open]");
  if (other) {
    open(other.dataset.open);
    return;
  }
  const button = event.target.closest("[data-action]");
  if (!button) return;
  const { document: id, version } = shown().dataset;
  const { action } = button.dataset;
  if (action === "back") back();
  if (action === "edit") say("library:edit", { id });
  if (action === "replace") say("library:intake", { replacing: id });
  if (action === "confirm") confirm(element.querySelector(".confirm").hidden);
  if (action === "unconfirm") confirm(false);
  if (action === "withdraw" || action === "restore") {
    button.disabled = true;
    serial += 1;
    if (action === "withdraw") trigger("withdraw", { document: id, version, serial });
    else trigger("restore", { document: id, version, serial });
  }
});

element.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && element.querySelector(".confirm:not([hidden])")) {
    event.stopPropagation();
    confirm(false);
  }
});

document.addEventListener("library:open", (event) => open(event.detail.id));
document.addEventListener("library:reopen", () => open(openId, { quiet: true }));
document.addEventListener("library:back", back);
document.addEventListener("library:intake", () => show("intake"));
document.addEventListener("library:idle", () => {
  for (const button of element.querySelectorAll("button:disabled")) button.disabled = false;
});

watch("value", () => {
  const now = shown();
  if (!now || Number(now.dataset.serial) !== serial) return;
  room.removeAttribute("data-opening");
  if (now.dataset.state === "current") trigger("questions", { document: now.dataset.document, serial });
  if (quietly) return;
  element.closest("#library-reader").scrollTop = 0;
  (element.querySelector("[role=alert]") ?? element.querySelector(".reader-title"))?.focus({ preventScroll: true });
});

show("list");
