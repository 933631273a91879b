// Runs once for the bar above the table (Gradio calls it with `element`, `trigger`, `watch`, `server`).
// It keeps what is being looked at, and asks for the table whenever that or the library changes.

const room = element.closest("#library-room");
const START = { words: "", region: "", kind: "", validity: "", text_kind: "", state: "", sort: "published", descending: true };
const PAUSE_MS = 150;
let view = { ...START };
let most = 0;
let timer = 0;
const looks = latest((what) => trigger("look", what));

const order = () => `${view.sort} ${view.descending ? "down" : "up"}`;

function look() {
  clearTimeout(timer);
  looks.ask({ ...view, most });
}

// The bar is drawn anew when there is more to choose from; what was chosen stays.
function showChosen() {
  for (const field of element.querySelectorAll("[data-view]")) {
    const name = field.dataset.view;
    const value = name === "order" ? order() : view[name];
    if (field.value !== value) field.value = value;
    field.closest(".filter")?.classList.toggle("filter-set", name !== "order" && value !== "");
  }
  const clear = element.querySelector("[data-action=clear]");
  const names = ["words", "region", "kind", "validity", "text_kind", "state"];
  if (clear) clear.hidden = names.every((name) => view[name] === "");
}

function change(values, pause = 0) {
  Object.assign(view, values);
  most = 0;
  showChosen();
  element.closest("#library-overview").scrollTop = 0;
  clearTimeout(timer);
  timer = setTimeout(look, pause);
}

element.addEventListener("input", (event) => {
  const name = event.target.dataset.view;
  if (!name) return;
  if (name === "order") {
    const [sort, direction] = event.target.value.split(" ");
    change({ sort, descending: direction === "down" });
  } else {
    change({ [name]: event.target.value }, name === "words" && !event.isComposing ? PAUSE_MS : 0);
  }
});

element.addEventListener("click", (event) => {
  const action = event.target.closest("[data-action]")?.dataset.action;
  if (action === "clear") {
    change({ ...START, sort: view.sort, descending: view.descending });
    element.querySelector("[type=search]").focus();
  }
  if (action === "intake") document.dispatchEvent(new CustomEvent("library:intake", { detail: {} }));
});

document.addEventListener("library:view", (event) => {
  if (event.detail.most) {
    most = event.detail.most;
    look();
  } else {
    change(event.detail);
  }
});
document.addEventListener("library:changed", look);
document.addEventListener("library:looked", looks.answered);

watch("value", showChosen);
showChosen();

// What others change is shown as soon as it is seen: staff work on it together.
const isSeen = () => document.visibilityState === "visible" && room.offsetParent !== null;
const POLL_MS = 1000;

async function check() {
  if (!isSeen()) return;
  try {
    const shown = element.querySelector("[data-revision]")?.dataset.revision;
    if (shown && (await server.revision()) !== shown) look();
  } catch {
    // The server is away: asked again until it is back.
  }
}

async function poll() {
  await check();
  setTimeout(poll, POLL_MS);
}
poll();
new IntersectionObserver(check).observe(room);
