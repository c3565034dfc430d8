// Conveniences: each page works without them. No words of its own; they come from the HTML.
const root = document.documentElement;
const live = document.querySelector("#say"), say = text => { live.textContent = text; };

// Theme: a choice equal to the system's is forgotten again, so that the page follows the system from then on.
const toggle = document.querySelector(".theme"), system = matchMedia("(prefers-color-scheme: dark)");
if (toggle) {
  const systemTheme = () => system.matches ? "dark" : "light";
  const show = () => toggle.setAttribute("aria-pressed", (root.dataset.theme || systemTheme()) === "dark");
  toggle.addEventListener("click", () => {
    const wanted = toggle.getAttribute("aria-pressed") === "true" ? "light" : "dark", isOwn = wanted !== systemTheme();
    if (isOwn) root.dataset.theme = wanted; else delete root.dataset.theme;
    try {
      if (isOwn) localStorage.setItem("theme", wanted); else localStorage.removeItem("theme");
    } catch { /* storage is blocked: the choice holds for this page */ }
    show();
  });
  system.addEventListener("change", show);
  show();
}

// Copy: data-copy="#id" or "/path#id" copies that link, with data-text above it; data-copy="" the code beside the button, which comes from a template.
if (!navigator.clipboard) root.classList.add("no-copy");
for (const head of document.querySelectorAll(".code-head:not(:has([data-copy]))")) head.append(document.querySelector("template").content.cloneNode(true));
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]"), word = button?.lastChild;
  const { copy, text, done } = button?.dataset ?? {}, { failed } = live.dataset;
  if (!button || word.data === done || word.data === failed) return;
  const link = copy && new URL(copy, location.origin + location.pathname).href;
  const wanted = link ? (text ? text + "\n\n" + link : link) : button.closest(".code").querySelector("code").textContent, before = word.data;
  say(word.data = await navigator.clipboard.writeText(wanted).then(() => done, () => failed));
  setTimeout(() => { word.data = before; say(""); }, 1600);
});
