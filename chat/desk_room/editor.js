// Runs once for the editor: its quotes, which passages add to, and saving.

const room = document.getElementById("desk");
const form = () => element.querySelector(".editor");
const quotes = () => [...element.querySelectorAll(".editor-quotes li")];

function renumber() {
  element.querySelector(".editor-no-quotes")?.toggleAttribute("hidden", quotes().length > 0);
}

function addQuote({ document: id, start, end, quote, title }) {
  const list = element.querySelector(".editor-quotes");
  if (!list) return;
  const item = document.createElement("li");
  Object.assign(item.dataset, { document: id, start, end, quote });
  const name = document.createElement("p");
  name.className = "editor-quote-title";
  name.textContent = title;
  const words = document.createElement("blockquote");
  words.lang = "zh-CN";
  words.textContent = quote;
  const remove = document.createElement("button");
  remove.type = "button";
  remove.className = "quiet-button";
  remove.dataset.action = "remove";
  remove.textContent = list.dataset.remove;
  item.append(name, words, remove);
  list.append(item);
  renumber();
  const text = element.querySelector("#editor-text");
  // An empty answer begins with the quote itself, which is the surest wording.
  if (!text.value.trim()) text.value = `${quote.trim()}[${quotes().length}]`;
}

// Markers beyond a removed quote count down; its own go, and what is left without one is refused.
function removeQuote(item) {
  const number = quotes().indexOf(item) + 1;
  item.remove();
  const text = element.querySelector("#editor-text");
  text.value = text.value.replace(/\[(\d{1,3})\]/g, (marker, digits) => {
    const at = Number(digits);
    if (at === number) return "";
    return at > number ? `[${at - 1}]` : marker;
  });
  renumber();
}

function addWording(button) {
  const area = element.querySelector("#editor-questions");
  area.value = [...area.value.split("\n").filter((line) => line.trim()), button.dataset.words].join("\n");
  button.remove();
}

function back() {
  const view = room.dataset.before || "call";
  document.dispatchEvent(new CustomEvent("desk:view", { detail: { view } }));
  if (view === "call") document.dispatchEvent(new CustomEvent("desk:again"));
}

function save() {
  const { approved, version, group, groupVersion } = form().dataset;
  const value = (id) => element.querySelector(id).value;
  trigger("save", {
    questions: `${value("#editor-question")}\n${value("#editor-questions")}`,
    text: value("#editor-text"),
    note: value("#editor-note"),
    quotes: quotes().map(({ dataset: { document: id, start, end, quote } }) => ({ document: id, start, end, quote })),
    approved,
    version,
    group,
    group_version: groupVersion,
  });
}

element.addEventListener("submit", (event) => {
  event.preventDefault();
  save();
});
element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-action]");
  if (!button) return;
  if (button.dataset.action === "back") back();
  if (button.dataset.action === "add-wording") addWording(button);
  if (button.dataset.action === "remove") removeQuote(button.closest("li"));
});
document.addEventListener("desk:cite", (event) => addQuote(event.detail));
document.addEventListener("desk:saved", back);
watch("value", () => {
  renumber();
  element.closest("#desk-form").scrollTop = 0;
  element.querySelector("#editor-text")?.focus();
});
