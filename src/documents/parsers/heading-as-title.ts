import type { ParagraphKind } from "../document.ts";
import type { ParsedParagraph } from "./parser.ts";

const markup: readonly ParagraphKind[] = ["metadata", "boilerplate"];

/**
 * Makes the first heading the title where no other is of its level or above, and no text stands before it.
 * @param besides kinds of paragraphs that may stand before it as well
 */
export function withHeadingAsTitle(
  paragraphs: readonly ParsedParagraph[],
  besides: readonly ParagraphKind[] = [],
): ParsedParagraph[] {
  const mayPrecede = [...markup, ...besides];
  const first = paragraphs.findIndex(({ kind }) => kind === undefined || !mayPrecede.includes(kind));
  const heading = paragraphs[first];
  if (heading?.kind !== "heading") return [...paragraphs];
  const { level = 1 } = heading;
  const peers = paragraphs.filter((other) => other.kind === "heading" && (other.level ?? 1) <= level);
  if (peers.length !== 1) return [...paragraphs];
  return paragraphs.map((paragraph, i) => (i === first ? { ...paragraph, kind: "title" } : paragraph));
}
