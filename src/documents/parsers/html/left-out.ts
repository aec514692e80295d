import type { ExtractedBlock } from "../extracted-document.ts";

/** Shorter lines between a headline and the article are labels and links. */
const minIntroductionChars = 60;
/** An introduction is no longer. */
const maxIntroductionBlocks = 12;

/**
 * The blocks of an article with those of its page around it, which are hidden: whatever finds the article, nothing of the
 * page is lost, and its paragraphs keep their numbers when it is found otherwise. Sentences between a heading and the
 * article introduce it, and are shown.
 * @param page all blocks of the page, in order
 */
export function withLeftOut(
  article: readonly ExtractedBlock[],
  page: readonly ExtractedBlock[],
): readonly ExtractedBlock[] {
  if (article === page) return page;
  const places = placesIn(page);
  const blocks: ExtractedBlock[] = [];
  const kept = new Set(article.flatMap(({ text }) => linesOf(text)));
  let at = 0;
  let isAbove = true;
  const hideTo = (end: number) => {
    const others = page.slice(at, end).filter(({ text }) => !isKept(text, kept));
    const shown = isAbove ? introductionOf(others) : undefined;
    blocks.push(...others.map((block) => (shown?.has(block) === true ? block : hidden(block))));
    at = end;
  };
  for (const block of article) {
    const place = places.get(plain(block.text))?.find((found) => found >= at);
    if (place !== undefined) {
      hideTo(place);
      at = place + 1;
      isAbove = false;
    }
    blocks.push(block);
  }
  isAbove = false;
  hideTo(page.length);
  return blocks;
}

/** Where the blocks of each text stand. */
function placesIn(page: readonly ExtractedBlock[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [i, { text }] of page.entries()) {
    const known = places.get(plain(text));
    if (known === undefined) places.set(plain(text), [i]);
    else known.push(i);
  }
  return places;
}

/** Whether all lines of a block stand in the article, in other blocks. */
function isKept(text: string, kept: ReadonlySet<string>): boolean {
  const lines = linesOf(text);
  return text.length >= minIntroductionChars && lines.every((line) => kept.has(line));
}

/** The lines of a block, without the marks of items. */
function linesOf(text: string): string[] {
  return text.split("\n").map((line) => plain(line).replace(/^(?:-|\w{1,4}[.)])\s/u, ""));
}

/** The last sentences of the blocks above an article, from a heading on, with the headings right above them. */
function introductionOf(above: readonly ExtractedBlock[]): ReadonlySet<ExtractedBlock> {
  const blocks = above.slice(-maxIntroductionBlocks);
  const heading = blocks.findIndex((_, i) => isHeadingAbove(blocks, i));
  const introduction = heading < 0 ? [] : blocks.slice(heading);
  return new Set(introduction.filter((block, i) => isSentence(block) || isHeadingAbove(introduction, i)));
}

/** Whether a sentence stands right below a heading. */
function isHeadingAbove(blocks: readonly ExtractedBlock[], at: number): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]];
  if (block === undefined || next === undefined || (block.kind !== "title" && block.kind !== "heading")) return false;
  return (
    isSentence(next) || isHeadingAbove(blocks, at + 1) || (next.kind !== "heading" && isSentenceAt(blocks, at + 2))
  );
}

function isSentenceAt(blocks: readonly ExtractedBlock[], at: number): boolean {
  const block = blocks[at];
  return block !== undefined && isSentence(block);
}

function isSentence({ kind, text }: ExtractedBlock): boolean {
  const words = text.trim();
  return (kind ?? "text") === "text" && words.length >= minIntroductionChars && /[.!?:]["'”“»«’)\]]*$/u.test(words);
}

function hidden({ text, kind, rule, anchor }: ExtractedBlock): ExtractedBlock {
  const frame = kind === "boilerplate" && rule !== undefined ? rule : "page-frame";
  return { text, kind: "boilerplate", rule: frame, ...(anchor === undefined ? {} : { anchor }) };
}

function plain(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
