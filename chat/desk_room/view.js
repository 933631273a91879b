// Runs once for the views that list things: what is done to a row, and the batch.

const view = () => element.querySelector(".view");
const again = (detail) => document.dispatchEvent(new CustomEvent("desk:view", { detail }));
let polling = null;

function act(button) {
  const card = button.closest("[data-id]");
  trigger("act", {
    action: button.dataset.act,
    id: card.dataset.id,
    version: card.dataset.version,
    status: button.dataset.status ?? "",
    note: card.querySelector(".card-input")?.value ?? "",
    shown: view().dataset.shown ?? "",
  });
}

element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-action]");
  if (!button) return;
  const { action, status, days, before } = button.dataset;
  const card = button.closest("[data-id]");
  if (action === "act") act(button);
  if (action === "edit") document.dispatchEvent(new CustomEvent("desk:edit", { detail: { approved: card.dataset.id } }));
  if (action === "write") document.dispatchEvent(new CustomEvent("desk:edit", { detail: { group: card.dataset.id } }));
  if (action === "show") again({ view: "queue", status });
  if (action === "days") again({ view: "figures", days });
  if (action === "before") again({ view: "audit", before });
  if (action === "stop") fetch("staff/batch/stop", { method: "POST" }).then(poll);
});

// Batch

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function showBatch(batch) {
  const words = view().dataset;
  const job = element.querySelector(".batch-job");
  const running = ["reading", "running", "stopping"].includes(batch.state);
  job.hidden = batch.state === "none";
  job.querySelector(".batch-name").textContent = batch.name ?? "";
  const bar = job.querySelector("progress");
  bar.max = batch.total || 1;
  bar.value = batch.done || 0;
  bar.hidden = !running && batch.state !== "done";
  job.querySelector(".batch-state").textContent = batch.message || filled(words[batch.state] ?? "", batch);
  job.querySelector("[data-action=stop]").hidden = !running || batch.state === "stopping";
  const link = job.querySelector("a");
  link.hidden = !batch.result || running;
  link.textContent = batch.state === "done" ? words.download : filled(words.earlier, { name: batch.result });
  job.querySelector(".batch-masked").hidden = link.hidden || !batch.masked;
  job.dataset.state = batch.state;
  return running;
}

async function poll() {
  clearTimeout(polling);
  if (view()?.dataset.view !== "batch") return;
  const response = await fetch("staff/batch");
  if (!response.ok) return;
  if (view()?.dataset.view === "batch" && showBatch(await response.json())) polling = setTimeout(poll, 400);
}

async function upload(file) {
  const response = await fetch(`staff/batch?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file });
  const told = await response.json();
  if (response.ok) {
    poll();
    return;
  }
  const job = element.querySelector(".batch-job");
  job.hidden = false;
  job.querySelector(".batch-state").textContent = told.message;
}

element.addEventListener("change", (event) => {
  if (event.target.id !== "batch-file" || !event.target.files.length) return;
  upload(event.target.files[0]);
  event.target.value = "";
});
element.addEventListener("dragover", (event) => {
  if (event.target.closest(".drop")) event.preventDefault();
});
element.addEventListener("drop", (event) => {
  if (!event.target.closest(".drop")) return;
  event.preventDefault();
  if (event.dataTransfer.files.length) upload(event.dataTransfer.files[0]);
});

watch("value", () => {
  element.closest("#desk-view").removeAttribute("aria-busy");
  element.closest("#desk-view").scrollTop = 0;
  const { view: name, waiting } = view()?.dataset ?? {};
  if (waiting) document.dispatchEvent(new CustomEvent("desk:waiting", { detail: { name, waiting } }));
  poll();
});
