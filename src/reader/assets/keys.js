// Keys and copying. Without this script every page works all the same.
const field = document.getElementById("field");
const help = document.getElementById("keys");
const stops = [...document.querySelectorAll(".paragraph, .passages > li, .documents > li")];

function move(step) {
  const line = window.innerHeight / 3;
  const below = stops.findIndex((stop) => stop.getBoundingClientRect().top > line);
  const here = (below < 0 ? stops.length : below) - 1;
  const stop = stops[Math.min(stops.length - 1, Math.max(0, here + step))];
  if (stop === undefined) return;
  window.scrollBy({ top: stop.getBoundingClientRect().top - line + 1 });
  stop.tabIndex = -1;
  stop.focus({ preventScroll: true });
}

const keys = {
  j: () => move(1),
  k: () => move(-1),
  "/": () => field?.focus(),
  "?": () => help?.toggleAttribute("hidden"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLElement && event.target.matches("input, textarea, select")) return;
  const act = keys[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
});

async function copy(button, text) {
  await navigator.clipboard.writeText(text);
  const label = button.textContent;
  button.textContent = document.body.dataset.copied;
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
}

if (navigator.clipboard !== undefined) {
  for (const button of document.querySelectorAll("[data-copy-link]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button, window.location.href));
  }
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button, button.previousElementSibling?.textContent ?? ""));
  }
}

for (const stamp of document.querySelectorAll("time[datetime]")) {
  const date = new Date(stamp.dateTime);
  if (!Number.isNaN(date.getTime())) {
    stamp.title = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full" }).format(date);
  }
}
