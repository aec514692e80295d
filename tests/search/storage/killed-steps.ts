import type { DocumentInput } from "../../../src/search/index/index-writer.ts";
import { inventedDocument } from "./invented.ts";

/** How many documents there are at most: step 8 replaces what step 1 brought. */
const rotation = 7;

/** The document that a step adds or replaces; its text follows from the step. */
export function documentOfStep(step: number): DocumentInput {
  const paragraphs = Array.from({ length: 1 + (step % 5) }, (_, index) => {
    const words = Array.from({ length: 30 }, (_, word) => `wort${(step * 31 + index * 7 + word) % 500}`);
    return `Schritt ${step} im Absatz ${index}: ${words.join(" ")}.`;
  });
  return inventedDocument(`d${step % rotation}`, paragraphs.join("\n\n"));
}

/** The documents that are there after a step, in the order of their files. */
export function documentsAfter(step: number): DocumentInput[] {
  const steps = Array.from({ length: Math.min(rotation, step) }, (_, back) => step - back);
  return steps.map(documentOfStep).sort((a, b) => (a.document.file < b.document.file ? -1 : 1));
}
