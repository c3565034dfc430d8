// Blocking, in <head>, before the first paint: says that scripts run, and applies the reader's choice.
document.documentElement.classList.add("scripted");
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch { /* storage is blocked: the system's theme stays */ }
