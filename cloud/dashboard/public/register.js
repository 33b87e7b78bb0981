// The pages work without this. With it, a form is sent once however often the button is pressed, and six digits are enough to go on.
for (const form of document.querySelectorAll("form[method=post]")) {
  let isSent = false;
  form.addEventListener("submit", (event) => {
    if (isSent) {
      event.preventDefault();
      return;
    }
    // A download leaves the page as it is: it may be asked for again.
    isSent = !form.action.endsWith("/register/export");
    if (isSent) {
      form.querySelector("button").setAttribute("aria-disabled", "true");
    }
  });
}
// Coming back to the page, the form can be sent again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    location.reload();
  }
});
const code = document.getElementById("code");
code?.addEventListener("input", () => {
  if (/^\s*(\d\s*){6}$/.test(code.value)) {
    code.form.requestSubmit();
  }
});
document.querySelector("[aria-invalid=true]")?.focus();
