// Runs once for the evidence panel (Gradio calls it with `element`, `trigger` and `watch`).
// The panel opens at once, empty and busy, and shows what the server sends for the last request.

const panel = element.closest("#evidence");
const phone = window.matchMedia("(max-width: 768px)");
const sheet = () => element.querySelector(".sheet");
let opener = null;
let serial = 0;
let pushedHistory = false;
const requests = latest((place) => trigger("select", place));

panel.setAttribute("tabindex", "-1");

const isOpen = () => document.body.classList.contains("evidence-open");

// On a phone the sheet covers the page: what lies beneath can be neither reached nor read out.
function setCovering(covering) {
  panel.setAttribute("role", covering ? "dialog" : "complementary");
  panel.toggleAttribute("aria-modal", covering);
  for (const id of ["site-header", "chat-column"]) {
    document.getElementById(id)?.toggleAttribute("inert", covering);
  }
}

function request(place, whole) {
  serial += 1;
  panel.setAttribute("aria-busy", "true");
  const { document: id, start, end, digest } = place;
  requests.ask({ document: id, start, end, digest, whole, serial });
}

function open(from) {
  opener?.removeAttribute("aria-current");
  opener = from;
  opener.setAttribute("aria-current", "true");
  if (!isOpen() && phone.matches) {
    history.pushState({ evidence: true }, "");
    pushedHistory = true;
  }
  document.body.classList.add("evidence-open");
  setCovering(phone.matches);
  request(from.dataset, false);
}

function close(keepFocus = false) {
  if (!isOpen()) return;
  document.body.classList.remove("evidence-open");
  setCovering(false);
  serial += 1;
  if (pushedHistory) {
    pushedHistory = false;
    history.back();
  }
  opener?.removeAttribute("aria-current");
  if (!keepFocus) focusOpener();
  opener = null;
}

function focusOpener() {
  // The conversation may have been drawn anew: look for the same place if the button is gone.
  const twin = opener && [...document.querySelectorAll("#conversation [data-action=open]")].find(
    (button) => ["document", "start", "end"].every((key) => button.dataset[key] === opener.dataset[key]),
  );
  (opener?.isConnected ? opener : twin)?.focus();
}

function showMark() {
  const body = element.querySelector(".sheet-body");
  const mark = body?.querySelector("mark");
  if (!body) return;
  body.scrollTop = 0;
  if (!mark) return;
  const box = body.getBoundingClientRect();
  const words = mark.getBoundingClientRect();
  const whole = sheet().dataset.view === "whole";
  if (whole || words.bottom > box.bottom - 24) {
    body.scrollTop = words.top - box.top - Math.max(24, (box.height - words.height) / 3);
  }
}

document.addEventListener("evidence:open", (event) => open(event.detail.opener));
document.addEventListener("evidence:close", (event) => close(event.detail?.keepFocus));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.isComposing) return;
  if (!document.querySelector("dialog[open]")) close();
});
window.addEventListener("popstate", () => {
  pushedHistory = false;
  close();
});
phone.addEventListener("change", () => { if (isOpen()) setCovering(phone.matches); });

element.addEventListener("click", (event) => {
  const target = event.target.closest("[data-action]");
  if (!target) return;
  const { action } = target.dataset;
  if (action === "close") close();
  if (action === "open") request(target.dataset, false);
  if (action === "read") request(target.dataset, true);
});

watch("value", () => {
  requests.answered();
  const shown = sheet();
  if (!shown || Number(shown.dataset.serial) !== serial) return;
  panel.setAttribute("aria-busy", "false");
  panel.setAttribute("aria-label", shown.dataset.label);
  showMark();
  element.querySelector("[tabindex='-1']")?.focus({ preventScroll: true });
});
