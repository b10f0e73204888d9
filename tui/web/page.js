// A cookie stands for the token from now on: it need not stay in the address bar.
const address = new URL(location.href);
if (address.searchParams.has("token")) {
  address.searchParams.delete("token");
  history.replaceState(null, "", address);
}

document.querySelector("#again").addEventListener("click", () => location.reload());

// After the terminal has been made, so that one can type at once.
window.addEventListener("load", () => document.querySelector(".xterm-helper-textarea")?.focus());
