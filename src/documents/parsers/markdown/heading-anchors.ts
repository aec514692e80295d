import type { ParsedParagraph } from "../parser.ts";

/**
 * Paragraphs with the anchor of the heading above them, as the usual viewers of Markdown name it: `die-brücke`, and
 * `die-brücke-1` for the next heading of those words.
 */
export function withAnchors(paragraphs: readonly ParsedParagraph[]): ParsedParagraph[] {
  const taken = new Map<string, number>();
  let anchor: string | undefined;
  return paragraphs.map((paragraph) => {
    if (paragraph.heading !== undefined) anchor = paragraph.anchor ?? nextFree(slugOf(paragraph.heading), taken);
    return anchor === undefined ? paragraph : { ...paragraph, anchor };
  });
}

function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}

/** @param taken how many headings each slug already has */
function nextFree(slug: string, taken: Map<string, number>): string | undefined {
  if (slug === "") return undefined;
  let free = slug;
  for (let count = taken.get(slug) ?? 0; taken.has(free); ) {
    count++;
    taken.set(slug, count);
    free = `${slug}-${count}`;
  }
  taken.set(free, 0);
  return free;
}
