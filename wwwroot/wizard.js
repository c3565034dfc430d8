// The wizard's live preview, over a circuit. Without this script, before it has connected and after it has lost its connection, links and forms of the
// page do what they always do.
(() => {
  const bar = find("[data-paused]"), patience = 3000, longest = 4000;
  const parts = () => [...document.querySelectorAll(".col :is(a, button, input, textarea, [tabindex])")];
  const here = () => location.pathname + location.search;
  let server, isLive = false, shown = here(), wanted = shown, asked = 0, focused = parts().indexOf(document.activeElement), chosen = find(".col :checked")?.id;

  // What the circuit draws first replaces what the server sent, and what the visitor has begun in it.
  const remember = event => {
    focused = parts().indexOf(event.target);
    if (event.target.type === "radio" && event.target.checked) chosen = event.target.id;
  };
  const recall = () => {
    const choice = chosen && document.getElementById(chosen);
    if (choice && !choice.checked) choice.click();
    parts()[focused]?.focus({ preventScroll: true });
  };
  for (const type of ["focusin", "change"]) document.addEventListener(type, remember);

  const addCopies = () => {
    for (const head of document.querySelectorAll(".code-head:not(:has([data-copy]))")) head.append(find("template").content.cloneNode(true));
  };

  const setLive = value => {
    root.dataset.live = isLive = value;
    bar.hidden = value;
    bar.textContent = value ? "" : bar.dataset.paused;
  };

  const name = (address, title) => {
    const printed = find(".print-url");
    printed.textContent = printed.textContent.replace(shown, address);
    shown = address;
    document.title = title;
  };

  // As after a page load: title, focus on what is new, the printed address.
  const arrive = ({ address, title }, hash) => {
    name(address, title);
    addCopies();
    const target = hash ? document.getElementById(hash.slice(1)) : null;
    const fresh = target ?? find("main [autofocus]") ?? find("main h1");
    fresh.focus({ preventScroll: true });
    say(title);
    return target;
  };

  const go = async (url, isNew) => {
    wanted = url.pathname + url.search;
    // Going back has changed the address already. What arrives after the page has begun to load is late.
    const turn = ++asked, leave = () => {
      if (turn !== asked) return;
      asked++;
      if (isNew) location.assign(url); else location.reload();
    }, timer = setTimeout(leave, patience);
    try {
      const arrival = await server.invokeMethodAsync("GoAsync", wanted);
      clearTimeout(timer);
      if (turn !== asked) return;
      if (!arrival) return leave();
      wanted = arrival.address;
      if (isNew) history.pushState(null, "", arrival.address + url.hash);
      const target = arrive(arrival, url.hash);
      if (isNew) target ? target.scrollIntoView() : scrollTo({ top: 0, behavior: "instant" });
    } catch {
      clearTimeout(timer);
      leave();
    }
  };
  const canGo = url => isLive && url.origin === location.origin && url.pathname.startsWith("/troubleshoot/") && url.href.length < longest;

  document.addEventListener("submit", event => {
    const form = event.target, url = new URL(form.action);
    if (form.method !== "get" || !canGo(url)) return;
    url.search = new URLSearchParams(new FormData(form));
    if (!canGo(url)) return;
    event.preventDefault();
    go(url, true);
  });
  document.addEventListener("click", event => {
    const link = event.target.closest(".col a[href]:not([download], [target])");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href);
    if (!canGo(url) || url.pathname + url.search === here()) return;
    event.preventDefault();
    go(url, true);
  });
  addEventListener("popstate", () => {
    if (here() === wanted) return;
    const url = new URL(location.href);
    if (canGo(url)) go(url, false); else location.reload();
  });

  const reconnect = async () => {
    setLive(false);
    for (const seconds of [1, 3, 6, 10]) {
      await new Promise(resolve => setTimeout(resolve, seconds * 1000));
      try {
        // False: the circuit is gone; the next page load brings another one.
        if (await Blazor.reconnect() !== undefined) return;
      } catch { /* nobody answers yet */ }
    }
  };

  window.wizard = {
    // With a move where the step is elsewhere since the page was loaded.
    connect(component, move) {
      server = component;
      if (move) {
        history.replaceState(null, "", move.address + location.hash);
        wanted = move.address;
        name(move.address, move.title);
      }
      // Their buttons are among the parts that are counted.
      addCopies();
      recall();
      setLive(true);
    },
  };
  // The framework means the site by the document's base. As an element it would lead links to parts of this page elsewhere.
  Object.defineProperty(document, "baseURI", { get: () => location.origin + "/" });
  addEventListener("pagehide", () => document.head.prepend(set(document.createElement("base"), { href: "/" })), { capture: true });
  addEventListener("pageshow", () => find("base")?.remove());
  Blazor.start({
    logLevel: 6,
    initializers: { beforeStart: [], afterStarted: [] },
    configureSignalR: builder => builder.configureLogging(6).withUrl("/_blazor", { skipNegotiation: true, transport: 1 }),
    reconnectionHandler: { onConnectionDown: reconnect, onConnectionUp: () => setLive(true) },
  });
})();
