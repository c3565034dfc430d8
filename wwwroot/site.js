// Conveniences: pages work without them, and bring their words.
const root = document.documentElement, find = selector => document.querySelector(selector);
const live = find("#say"), say = text => { live.textContent = text; };
const set = (element, values) => { for (const name in values) element.setAttribute(name, values[name]); return element; };
const only = (one, name, elements) => { for (const element of elements) set(element, { [name]: element === one }); };
const keep = (key, value) => { try { localStorage[value ? "setItem" : "removeItem"](key, value); } catch { } };

// Theme: the system's own is not kept.
const toggle = find(".theme"), system = matchMedia("(prefers-color-scheme: dark)");
if (toggle) {
  const systemTheme = () => system.matches ? "dark" : "light";
  const show = () => set(toggle, { "aria-pressed": (root.dataset.theme || systemTheme()) === "dark" });
  toggle.addEventListener("click", () => {
    const wanted = toggle.getAttribute("aria-pressed") === "true" ? "light" : "dark", isOwn = wanted !== systemTheme();
    keep("theme", root.dataset.theme = isOwn ? wanted : "");
    show();
  });
  system.addEventListener("change", show);
  show();
}

// Copy: data-copy="#id" that link, below data-text; data-copy="" the code or text beside.
if (!navigator.clipboard) root.classList.add("no-copy");
for (const head of document.querySelectorAll(".code-head:not(:has([data-copy]))")) head.append(find("template").content.cloneNode(true));
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]"), word = button?.lastChild;
  const { copy, text, done } = button?.dataset ?? {}, { failed } = live.dataset;
  if (!button || word.data === done || word.data === failed) return;
  const link = copy && new URL(copy, location.origin + location.pathname).href;
  const wanted = link ? (text ? text + "\n\n" : "") + link : (found => found.value ?? found.textContent)(button.closest(".code, [data-copy-from]").querySelector("textarea, code")), before = word.data;
  say(word.data = await navigator.clipboard.writeText(wanted).then(() => done, () => failed));
  setTimeout(() => { word.data = before; say(""); }, 1600);
});

// Contents: what is read.
const links = [...document.querySelectorAll(".toc.side a")];
if (!CSS.supports("scroll-target-group: auto")) document.addEventListener("scroll", () =>
  only(links.findLast(link => document.getElementById(decodeURIComponent(link.hash.slice(1))).getBoundingClientRect().top < 99), "aria-current", links));

// "/", unless /keyboard turned it off.
const field = find("#q"), keys = find("#keys"), isOff = () => { try { return localStorage.getItem("keys"); } catch { } };
document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), textarea") || !field || isOff()) return;
  event.preventDefault();
  field.select();
});
if (keys) {
  keys.checked = !isOff();
  keys.addEventListener("change", () => keep("keys", keys.checked ? "" : "off"));
}

// Suggestions.
if (field) {
  const list = set(document.createElement("ul"), { id: "suggestions", role: "listbox", "aria-label": field.labels[0].textContent });
  let at, timer, call;
  const mark = index => {
    const option = list.children[at = index];
    only(option, "aria-selected", list.children);
    set(field, { "aria-activedescendant": option?.id ?? "" });
    option?.scrollIntoView({ block: "nearest" });
  };
  const show = found => {
    clearTimeout(timer);
    call?.abort();
    list.replaceChildren(...found.map(({ text, url, kind }, index) => {
      const option = set(document.createElement("li"), { id: "suggestion-" + index, role: "option", "data-url": url }), word = document.createElement("small");
      word.append(field.form.dataset[kind]);
      option.append(text, word);
      return option;
    }));
    list.hidden = !found.length;
    set(field, { "aria-expanded": !list.hidden });
    mark(-1);
  };
  const open = option => { if (option) location = option.dataset.url; };
  set(field, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id }).after(list);
  show([]);
  field.addEventListener("input", () => {
    clearTimeout(timer);
    call?.abort();
    if (field.value.trim().length < 2) return show([]);
    timer = setTimeout(async () => {
      call = new AbortController();
      try {
        show((await (await fetch("/api/v1/suggest?limit=8&q=" + encodeURIComponent(field.value), call)).json()).suggestions);
      } catch { }
    }, 120);
  });
  field.addEventListener("keydown", event => {
    const count = list.children.length, step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!count || event.isComposing) return;
    if (step) mark((at + step + count + (at < 0 && step < 0)) % count);
    else if (event.key === "Enter" && at >= 0) open(list.children[at]);
    else if (event.key === "Escape") show([]);
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", () => show([]));
  // No blur before the click.
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => open(event.target.closest("li")));
}
