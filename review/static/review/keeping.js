// As long as the page is open and in sight, the article stays with whoever looks at it.

let timer = 0;

async function keep() {
  const page = document.querySelector("[data-kept-at]");
  clearTimeout(timer);
  if (!page || document.visibilityState !== "visible") {
    return;
  }
  timer = setTimeout(keep, page.dataset.keptEvery * 1000);
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  try {
    const headers = { "X-CSRFToken": token };
    const answer = await fetch(page.dataset.keptAt, { method: "POST", headers });
    const { is_mine: isMine } = await answer.json(); // read to its end, or the connection stays open
    document.getElementById("held-by-another")?.toggleAttribute("hidden", isMine);
  } catch {
    // the desk does not answer, or not as the desk: what one does next says so, and this asks again
  }
}

document.addEventListener("visibilitychange", keep);
document.addEventListener("review:opened", keep);
keep();
