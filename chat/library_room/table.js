// Runs once for the table of documents (Gradio calls it with `element`, `trigger` and `watch`).

const FIRST_DOWN = ["published", "passages"];
const say = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));

element.addEventListener("click", (event) => {
  const sort = event.target.closest("[data-sort]");
  if (sort) {
    const now = sort.closest("th").getAttribute("aria-sort");
    const column = sort.dataset.sort;
    const descending = now ? now === "ascending" : FIRST_DOWN.includes(column);
    say("library:view", { sort: column, descending });
    return;
  }
  const more = event.target.closest("[data-most]");
  if (more) {
    say("library:view", { most: Number(more.dataset.most) });
    return;
  }
  const row = event.target.closest("tr[data-document]");
  if (row && !window.getSelection().toString()) say("library:open", { id: row.dataset.document });
});

document.addEventListener("library:listed", (event) => {
  const rows = [...element.querySelectorAll("tr[data-document]")];
  const row = rows.find((one) => one.dataset.document === event.detail.id);
  row?.querySelector(".document-title")?.focus({ preventScroll: true });
});
