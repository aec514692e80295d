import { childElements, elementsIn, type XmlDocument, type XmlElement } from "../../xml.ts";
import { equationText } from "./equation-text.ts";
import { chunkEnd, chunkStart, omission } from "./marks.ts";
import { paragraphAround, replace, runOf, textOf } from "./written.ts";

/** Writes formulas as text, and glosses without what stands above their words. */
export function writeEquations(document: XmlDocument): void {
  for (const equation of elementsIn(document.documentElement, "m:oMath")) {
    const text = equationText(equation).replace(/\s+/gu, " ");
    replace(equation, runOf(document, text.trim() === "" ? omission : text));
  }
  for (const ruby of elementsIn(document.documentElement, "w:ruby")) {
    const base = childElements(ruby, "w:rubyBase")[0];
    const words = elementsIn(base, "w:t").map(({ textContent }) => textContent ?? "");
    replace(ruby, textOf(document, words.join("")));
  }
}

/**
 * Puts a mark where Word shows what cannot be read: charts, diagrams, embedded objects, and pictures within a sentence.
 * @returns how many
 */
export function markObjects(document: XmlDocument): number {
  let marked = 0;
  const mark = (element: XmlElement) => {
    replace(element, textOf(document, omission));
    marked += 1;
  };
  keepTextBoxes(document);
  for (const element of elementsIn(document.documentElement, "w:object", "w:drawing", "w:pict")) {
    if (elementsIn(element, "w:txbxContent").length > 0) continue;
    const [data] = elementsIn(element, "a:graphicData");
    const isObject =
      element.tagName === "w:object" || /\/(?:chart|diagram|chartex)\b/.test(data?.getAttribute("uri") ?? "");
    const isFloating = elementsIn(element, "wp:anchor").length > 0;
    if (isObject || (!isFloating && isWithinSentence(element))) mark(element);
  }
  return marked;
}

/** Text boxes that are written for newer programs only stand behind the paragraph to which they are bound. */
function keepTextBoxes(document: XmlDocument): void {
  for (const choice of elementsIn(document.documentElement, "mc:AlternateContent")) {
    if (childElements(choice, "mc:Fallback").length > 0) continue;
    const paragraph = paragraphAround(choice);
    for (const box of elementsIn(choice, "w:txbxContent")) {
      let after = paragraph?.nextSibling ?? null;
      for (const block of childElements(box)) {
        paragraph?.parentNode?.insertBefore(block, after);
        after = block.nextSibling;
      }
    }
  }
}

/** Replaces imported files by marks that their text takes the place of later. @returns their relationship ids */
export function markChunks(document: XmlDocument): string[] {
  return elementsIn(document.documentElement, "w:altChunk").map((chunk, i) => {
    const paragraph = document.createElement("w:p");
    paragraph.appendChild(runOf(document, `${chunkStart}${i}${chunkEnd}`));
    replace(chunk, paragraph);
    return chunk.getAttribute("r:id") ?? "";
  });
}

function isWithinSentence(element: XmlElement): boolean {
  const paragraph = paragraphAround(element);
  if (paragraph === undefined) return false;
  let isBefore = true;
  let [before, after] = ["", ""];
  for (const part of elementsIn(paragraph, "w:t", element.tagName)) {
    if (part === element) isBefore = false;
    else if (part.tagName === "w:t" && isBefore) before += part.textContent ?? "";
    else if (part.tagName === "w:t") after += part.textContent ?? "";
  }
  return before.trim() !== "" && after.trim() !== "";
}
