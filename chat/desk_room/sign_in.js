// Signs in. `element` holds the form, now or later; a plain request, so that a cookie can be set.

element.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-sign-in]");
  if (!form) return;
  event.preventDefault();
  const button = form.querySelector("button");
  const problem = form.querySelector("[role=alert]");
  const label = button.textContent;
  button.disabled = true;
  button.textContent = button.dataset.busy;
  problem.textContent = "";
  try {
    const response = await fetch("staff/sign-in", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name: form.elements.name.value, password: form.elements.password.value }),
    });
    if (response.ok) {
      location.hash = "desk";
      location.reload();
      return;
    }
    problem.textContent = (await response.json()).message;
  } catch {
    problem.textContent = form.dataset.failed;
  }
  button.disabled = false;
  button.textContent = label;
  form.elements.password.select();
});
