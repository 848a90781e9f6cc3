// The next article is fetched before it is asked for. It is only claimed when one goes on to it.

import { followAddress, goTo } from "./looking.js";

const SOON = 2; // tasks that still wait when the next article is made ready
let ready = null;

async function makeReady() {
  const now = document.getElementById("next-article");
  if (!now || ready || document.querySelectorAll("[data-waits]").length > SOON) {
    return;
  }
  ready = { address: null };
  const answer = await fetch(now.dataset.coming, { headers: { Accept: "application/json" } });
  if (!answer.ok || answer.redirected) {
    return;
  }
  const { address } = await answer.json();
  if (address && new URL(address, location.href).pathname !== location.pathname) {
    const page = await fetch(address, { headers: { "Sec-Purpose": "prefetch" } });
    if (page.ok && !page.redirected) {
      ready = { address, page: await page.text() };
    }
  }
}

document.addEventListener("submit", async (event) => {
  if (event.target.id !== "next-article") {
    return;
  }
  event.preventDefault();
  const answer = await fetch(event.target.action, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new FormData(event.target),
  });
  if (!answer.ok || answer.redirected) {
    location.reload();
    return;
  }
  const { address } = await answer.json();
  if (ready?.page && ready.address === address) {
    open(address, ready.page);
  } else {
    location.assign(address);
  }
});

// Put the page that was fetched in the place of this one, as if it had been loaded.
function open(address, page) {
  const next = new DOMParser().parseFromString(page, "text/html");
  for (const part of [".breadcrumbs", "#content"]) {
    document.querySelector(part).replaceWith(next.querySelector(part));
  }
  document.querySelector(".messagelist")?.remove();
  document.title = next.title;
  history.pushState({}, "", address);
  ready = null;
  htmx.process(document.getElementById("content"));
  scrollTo({ top: 0, behavior: "instant" });
  document.dispatchEvent(new CustomEvent("review:opened"));
  followAddress();
  const first = document.querySelector("[data-waits]") ?? document.querySelector(".task");
  if (first) {
    goTo(first);
  }
}

window.addEventListener("popstate", () => {
  if (!location.hash) {
    location.reload();
  }
});

document.addEventListener("htmx:afterSettle", makeReady);
document.addEventListener("review:opened", makeReady);
makeReady();
