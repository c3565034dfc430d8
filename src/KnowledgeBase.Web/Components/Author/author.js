// For authors: shows every new edition in the open page, without moving it, and what is wrong with the content.
const parse = text => new DOMParser().parseFromString(text, "text/html");
const load = async address => parse(await (await fetch(address, { cache: "no-cache" })).text());
const here = () => location.pathname + location.search;
const changing = [".page", "footer"];

// What the server said last: the document itself has been changed by scripts since.
let last = load(here()), seen = null;

const differs = (one, other, part) => one.querySelector(part)?.outerHTML !== other.querySelector(part)?.outerHTML;

async function showPage() {
  const before = await last, after = await load(here());
  last = Promise.resolve(after);
  const isReplaceable = part => document.querySelector(part) && after.querySelector(part);
  // A circuit keeps what it drew.
  if (document.querySelector("[data-paused]")) {
    location.reload();
    return;
  }
  const changed = changing.filter(part => differs(before, after, part));
  if (differs(before, after, "header.top") || !changed.every(isReplaceable)) {
    location.reload();
    return;
  }
  const { scrollX, scrollY } = window;
  for (const part of changed) document.querySelector(part).replaceWith(document.importNode(after.querySelector(part), true));
  document.title = after.title;
  scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
}

async function showPanel() {
  const panel = (await load("/_author/panel?path=" + encodeURIComponent(decodeURI(location.pathname)))).querySelector("#author"), old = document.querySelector("#author");
  if (!panel) return;
  panel.open = old?.open ?? false;
  if (old) old.replaceWith(document.importNode(panel, true)); else document.body.append(document.importNode(panel, true));
}

new EventSource("/_author/events").addEventListener("edition", async event => {
  if (seen !== null && seen !== event.data) await showPage();
  if (seen !== event.data) await showPanel();
  seen = event.data;
});
