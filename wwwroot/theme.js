// In <head>, before the first paint: scripts run, and the reader's choice holds.
document.documentElement.classList.add("scripted");
try {
  document.documentElement.dataset.theme = localStorage.getItem("theme") ?? "";
} catch { /* blocked */ }
