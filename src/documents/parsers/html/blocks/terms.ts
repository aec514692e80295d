import type { ExtractedBlock } from "../../extracted-document.ts";

/** Up to this many characters, a term and its explanation are one paragraph. */
const maxEntryChars = 600;
const maxTermChars = 80;

/** Numbers, letters and signs of a list whose items are written as explanations, as statutes on the web do. */
const number = /^(?:\(?(?:\d{1,3}\p{Ll}?|\p{L}{1,2}|[ivxlc]{1,5})[.)]|[-–—•])$/u;

/** A block that may be of a list of terms and explanations. */
export interface TermBlock extends ExtractedBlock {
  readonly entry?: "term" | "explanation" | undefined;
}

/** Writes a short term and its only explanation as one paragraph, `Container: Ein Behälter aus Stahl.` */
export function joinTerms(blocks: readonly TermBlock[]): ExtractedBlock[] {
  const joined: ExtractedBlock[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (block === undefined) continue;
    const { entry, ...term } = block;
    const explanation = blocks[i + 1];
    if (entry === "term" && explanation?.entry === "explanation" && number.test(term.text.trim())) {
      const { entry: _, ...item } = explanation;
      joined.push({ ...item, text: `${term.text.trim()} ${explanation.text.trimStart()}` });
      i += 1;
      continue;
    }
    const isPair =
      entry === "term" &&
      blocks[i - 1]?.entry !== "term" &&
      explanation?.entry === "explanation" &&
      blocks[i + 2]?.entry !== "explanation" &&
      term.kind === "text" &&
      explanation.kind === "text" &&
      (term.depth ?? 0) === (explanation.depth ?? 0) - 1;
    if (!isPair || !isShort(term.text.trim(), explanation.text)) {
      joined.push(term);
      continue;
    }
    const { isLabel: _, ...place } = term;
    const words = term.text.trim();
    joined.push({ ...place, text: `${words}${/[:：]$/u.test(words) ? "" : ":"} ${explanation.text.trim()}` });
    i += 1;
  }
  return joined;
}

function isShort(term: string, explanation: string): boolean {
  return (
    term.length <= maxTermChars && !/[.!?\n]/u.test(term.slice(-1)) && term.length + explanation.length <= maxEntryChars
  );
}
