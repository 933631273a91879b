// Runs once for the page: the address names the room that is open, so that a reload stays there.
// A room's scripts start when it is first opened.

const tabs = () => [...document.querySelectorAll("#rooms [role=tab]")];

function openNamed() {
  const name = location.hash.slice(1);
  tabs().find((tab) => tab.dataset.tabId === name && tab.ariaSelected !== "true")?.click();
}

document.addEventListener("click", (event) => {
  const tab = event.target.closest("#rooms [role=tab]");
  if (!tab) return;
  // What the header offers belongs to the public chat: page.css hides it in the other rooms.
  document.documentElement.dataset.room = tab.dataset.tabId;
  if (!event.isTrusted) return;
  const hash = tab.dataset.tabId === "chat" ? "" : `#${tab.dataset.tabId}`;
  history.replaceState(history.state, "", location.pathname + location.search + hash);
});
window.addEventListener("hashchange", openNamed);

// The tabs may be drawn after this script has run.
let tries = 0;
(function arrive() {
  if (tabs().length) openNamed();
  else if ((tries += 1) < 100) setTimeout(arrive, 50);
})();
