// Runs once for the list of uploads (Gradio calls it with `element`, `trigger`, `watch`, `upload`).

const say = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
const frame = () => element.querySelector(".library-files");
const rows = new Map(); // of files that have not reached the server, by a number of their own
let serial = 0;
let numbered = 0;
let line = Promise.resolve();

// As on the server: what could reorder or hide other words is written out.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const visible = (text) => text.replace(UNSAFE, (one) =>
  `[U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);

function draw() {
  const list = element.querySelector("[data-local]");
  if (!list) return;
  list.replaceChildren(...[...rows.values()].map(({ name, state, problem, dismissable }) => {
    const item = document.createElement("li");
    item.className = problem ? "file file-failed" : "file";
    const title = document.createElement("span");
    title.className = "file-name";
    title.textContent = visible(name);
    const told = document.createElement("span");
    told.className = problem ? "file-state problem" : "file-state";
    told.setAttribute("role", problem ? "alert" : "status");
    told.textContent = problem ?? state;
    item.append(title, told);
    if (!problem && !dismissable) {
      const progress = document.createElement("progress");
      progress.setAttribute("aria-label", state);
      item.append(progress);
    }
    return item;
  }));
}

async function send(file, number) {
  const words = frame().dataset;
  rows.get(number).state = words.sending;
  draw();
  try {
    const { path } = await upload(file);
    rows.delete(number);
    draw();
    trigger("stage", { name: file.name, path });
  } catch {
    rows.get(number).problem = words.sendFailed;
    draw();
  }
}

function take(files) {
  const words = frame().dataset;
  for (const number of [...rows.keys()]) if (rows.get(number).problem) rows.delete(number);
  for (const file of files) {
    numbered += 1;
    const number = numbered;
    const limit = Number(words.limit);
    const row = { name: file.name, state: words.waiting };
    rows.set(number, row);
    if (file.size > limit * 2 ** 20) {
      const size = (file.size / 2 ** 20).toFixed(1);
      row.problem = words.tooLarge.replace("{size}", size).replace("{limit}", String(limit));
    } else {
      line = line.then(() => send(file, number));
    }
  }
  draw();
}

const intake = element.closest("#library-intake");
intake.addEventListener("dragover", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  intake.classList.add("dragging");
});
intake.addEventListener("dragleave", (event) => {
  if (!intake.contains(event.relatedTarget)) intake.classList.remove("dragging");
});
intake.addEventListener("drop", (event) => {
  event.preventDefault();
  intake.classList.remove("dragging");
  if (event.dataTransfer?.files.length) take([...event.dataTransfer.files]);
});
element.addEventListener("change", (event) => {
  if (!event.target.matches("[data-files]")) return;
  take([...event.target.files]);
  event.target.value = "";
});
element.addEventListener("submit", (event) => {
  event.preventDefault();
  const field = element.querySelector("#library-address");
  if (!field.value.trim()) {
    field.focus();
    return;
  }
  rows.set("address", { name: field.value.trim(), state: frame().dataset.fetching });
  draw();
  trigger("fetch", { address: field.value.trim() });
  field.value = "";
});
element.addEventListener("click", (event) => {
  const open = event.target.closest("[data-open]");
  const pick = event.target.closest("[data-pick]");
  const action = event.target.closest("[data-action]")?.dataset.action;
  if (open) say("library:open", { id: open.dataset.open });
  if (pick) say("library:pick", { token: pick.dataset.pick });
  if (action === "back") say("library:back");
  if (action === "tidy") trigger("tidy", {});
  if (action === "stop-replacing") trigger("intake", { replacing: "" });
});

document.addEventListener("library:intake", (event) => {
  trigger("intake", { replacing: event.detail.replacing ?? "" });
  intake.scrollTop = 0;
});
document.addEventListener("library:idle", () => {
  if (rows.delete("address")) draw();
});

document.addEventListener("library:settle", () => trigger("settle", {}));

// Events that run at the same time can be told of in another order than they were drawn in; one
// that tells its progress is told of once more when it ends. What is older is drawn anew.
// What another page, or this one before it was loaded anew, has sent is asked for until it is read.
let asking = 0;
watch("value", () => {
  clearTimeout(asking);
  const isRead = !element.querySelector(".file-list:not([data-local]) progress");
  if (!isRead) asking = setTimeout(() => say("library:settle"), 1500);
  const drawn = Number(frame().dataset.serial);
  if (drawn < serial) say("library:settle");
  else serial = drawn;
  draw();
});
