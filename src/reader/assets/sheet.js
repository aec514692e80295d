// Draws a page of a PDF and lays rectangles over the words of the quote. The rectangles are those of the text's own
// ranges in the text layer, so that a part of a line is marked where its words stand.
import { GlobalWorkerOptions, getDocument, TextLayer } from "./pdf.min.mjs";

GlobalWorkerOptions.workerSrc = "/assets/pdf.worker.min.mjs";

const sheet = document.getElementById("sheet");

/** A text without what the extraction of a PDF adds or drops: white space and hyphens. */
function compact(text) {
  const letters = [];
  const places = [];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at].normalize("NFKC").toLowerCase();
    if (/[\s\u00ad\u2010-\u2015-]/u.test(letter)) continue;
    for (const part of letter) {
      letters.push(part);
      places.push(at);
    }
  }
  return { text: letters.join(""), places };
}

/** The text nodes of the layer, with where each begins in their joined text. */
function nodesOf(layer) {
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let start = 0;
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, start });
    start += walker.currentNode.length;
  }
  return nodes;
}

/** Where the quote stands in the page's text; as much of it as the page has where it goes on overleaf. */
function findQuote(page, quote) {
  const at = page.text.indexOf(quote.text);
  if (at >= 0) return { from: at, to: at + quote.text.length };
  const fewest = Math.min(24, quote.text.length);
  for (let length = quote.text.length - 1; length >= fewest; length--) {
    if (page.text.endsWith(quote.text.slice(0, length)))
      return { from: page.text.length - length, to: page.text.length };
  }
  const begins = page.text.indexOf(quote.text.slice(0, fewest));
  if (begins < 0) return undefined;
  let to = begins;
  while (to - begins < quote.text.length && page.text[to] === quote.text[to - begins]) to++;
  return { from: begins, to };
}

function mark(layer, quote) {
  const nodes = nodesOf(layer);
  const page = compact(nodes.map(({ node }) => node.data).join(""));
  const found = findQuote(page, compact(quote));
  if (found === undefined || found.to <= found.from) return;
  const first = page.places[found.from];
  const last = page.places[found.to - 1] + 1;
  const origin = sheet.getBoundingClientRect();
  let top;
  for (const { node, start } of nodes) {
    const from = Math.max(first, start);
    const to = Math.min(last, start + node.length);
    if (from >= to) continue;
    const range = document.createRange();
    range.setStart(node, from - start);
    range.setEnd(node, to - start);
    for (const rect of range.getClientRects()) {
      const box = document.createElement("div");
      box.className = "rectangle";
      box.style.left = `${rect.left - origin.left}px`;
      box.style.top = `${rect.top - origin.top}px`;
      box.style.width = `${rect.width}px`;
      box.style.height = `${rect.height}px`;
      sheet.append(box);
      top ??= rect.top;
    }
  }
  if (top !== undefined) window.scrollTo({ top: window.scrollY + top - window.innerHeight / 3 });
}

async function draw() {
  const pdf = await getDocument({ url: sheet.dataset.file, isEvalSupported: false, enableXfa: false }).promise;
  const page = await pdf.getPage(Math.min(Number(sheet.dataset.page), pdf.numPages));
  const scale = sheet.clientWidth / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale });
  const density = window.devicePixelRatio || 1;
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  const layer = document.createElement("div");
  layer.className = "text-layer";
  layer.style.setProperty("--total-scale-factor", String(scale));
  sheet.style.height = `${viewport.height}px`;
  sheet.append(canvas, layer);
  await page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] }).promise;
  await new TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport }).render();
  if (sheet.dataset.quote !== "") mark(layer, sheet.dataset.quote);
  sheet.dataset.drawn = "true";
}

await draw();
