// Runs once for the earlier conversations (Gradio calls it with `element`, `trigger` and `watch`).
// They are kept in this browser only. What was kept is foreign text: it is never taken as HTML.

const KEY = "policy-answers.conversations";
const MOST = 50;
const dialog = () => element.querySelector("dialog");
const drawnTurns = () => document.querySelector("#conversation .turns");
let unkept = []; // where the browser lets nothing be kept: for as long as the page is open

function wellFormed(one) {
  return one && typeof one.id === "string" && typeof one.title === "string"
    && Number.isFinite(one.updated) && Array.isArray(one.turns) && one.turns.length
    && one.ratings && typeof one.ratings === "object";
}

function load() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(wellFormed) : [];
  } catch {
    return unkept;
  }
}

// The newest first; the oldest go when there are too many or the browser has no more room.
function save(conversations) {
  const kept = conversations.sort((a, b) => b.updated - a.updated).slice(0, MOST);
  unkept = [...kept];
  while (true) {
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
      return;
    } catch {
      if (!kept.length) return;
      kept.pop();
    }
  }
}

function keepLastTurn() {
  const turns = drawnTurns();
  const last = turns?.querySelector(".turn:last-child[data-saved]");
  if (!last) return;
  const conversations = load();
  const id = turns.dataset.conversation;
  let one = conversations.find((other) => other.id === id);
  if (!one) {
    one = { id, title: turns.dataset.title, turns: [], ratings: {} };
    conversations.push(one);
  }
  const number = Number(last.dataset.turn);
  // A turn without those before it cannot be opened again; one that is there already is not new.
  if (number !== one.turns.length) return;
  one.turns.push(JSON.parse(last.dataset.saved));
  one.updated = Date.now();
  save(conversations);
}

function pressThumbs() {
  const turns = drawnTurns();
  const one = turns && load().find((other) => other.id === turns.dataset.conversation);
  for (const button of turns?.querySelectorAll("[data-action=thumb]") ?? []) {
    const up = one?.ratings[button.dataset.record];
    button.setAttribute("aria-pressed", String(String(up) === button.dataset.up));
  }
}

function itemOf(one) {
  const { delete: label, deleteNamed } = element.querySelector(".history-list").dataset;
  const [item, open, title, day, remove] = ["li", "button", "span", "time", "button"]
    .map((name) => document.createElement(name));
  open.type = remove.type = "button";
  open.className = "history-open";
  remove.className = "quiet-button";
  open.dataset.action = "open";
  remove.dataset.action = "delete";
  open.dataset.id = remove.dataset.id = one.id;
  title.className = "history-title";
  title.textContent = visible(one.title);
  day.textContent = new Date(one.updated)
    .toLocaleString(document.documentElement.lang || "zh-CN", { dateStyle: "medium", timeStyle: "short" });
  remove.textContent = label;
  remove.setAttribute("aria-label", deleteNamed.replace("{title}", () => visible(one.title)));
  if (one.id === drawnTurns()?.dataset.conversation) open.setAttribute("aria-current", "true");
  open.append(title, day);
  item.append(open, remove);
  return item;
}

function draw() {
  const conversations = load();
  element.querySelector(".history-list").replaceChildren(...conversations.map(itemOf));
  element.querySelector(".history-empty").hidden = conversations.length > 0;
  const all = element.querySelector(".history-delete-all");
  all.hidden = !conversations.length;
  all.textContent = all.dataset.label;
  delete all.dataset.sure;
}

function leave() {
  document.dispatchEvent(new CustomEvent("evidence:close"));
  document.dispatchEvent(new CustomEvent("chat:reset"));
}

function remove(gone) {
  const open = drawnTurns()?.dataset.conversation;
  save(load().filter((one) => !gone(one.id)));
  draw();
  element.querySelector(".history-open, .close-button").focus();
  if (open && gone(open)) {
    leave();
    trigger("clear");
  }
}

element.addEventListener("click", (event) => {
  const target = event.target.closest("[data-action]");
  if (event.target === dialog() || target?.dataset.action === "close") dialog().close();
  if (!target) return;
  const { action, id } = target.dataset;
  if (action === "open") {
    const one = load().find((other) => other.id === id);
    dialog().close();
    if (!one) return;
    leave();
    trigger("select", { conversation: id, turns: one.turns });
  }
  if (action === "delete") remove((other) => other === id);
  if (action === "delete-all") {
    if (target.dataset.sure) {
      remove(() => true);
    } else {
      target.dataset.sure = "true";
      target.textContent = target.dataset.confirm;
    }
  }
});

document.addEventListener("history:open", () => {
  draw();
  dialog().showModal();
});
document.addEventListener("chat:drawn", () => {
  keepLastTurn();
  pressThumbs();
});
document.addEventListener("chat:rated", (event) => {
  const conversations = load();
  const one = conversations.find((other) => other.id === drawnTurns()?.dataset.conversation);
  if (one) {
    one.ratings[event.detail.record] = event.detail.up;
    save(conversations);
  }
  pressThumbs();
});
