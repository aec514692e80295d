import type { DocumentPiece } from "./thread-messages.ts";

/** What fills a piece, which takes the main thread a few milliseconds. */
const most = { chars: 500_000, paragraphs: 1_000, passages: 200 };

/** A document in pieces, in order; the last one is returned. */
export function* piecesOf({ text, paragraphs, passages }: DocumentPiece): Generator<DocumentPiece, DocumentPiece> {
  let [chars, paragraph, passage] = [0, 0, 0];
  for (;;) {
    // The share of a piece that is still free.
    let free = 1;
    const take = (from: number, length: number, whole: number): number => {
      const count = Math.min(length - from, Math.ceil(free * whole));
      free = Math.max(0, free - count / whole);
      return from + count;
    };
    const nextChars = take(chars, text.length, most.chars);
    const nextParagraph = take(paragraph, paragraphs.length, most.paragraphs);
    const nextPassage = take(passage, passages.length, most.passages);
    const piece = {
      text: text.slice(chars, nextChars),
      paragraphs: paragraphs.slice(paragraph, nextParagraph),
      passages: passages.slice(passage, nextPassage),
    };
    [chars, paragraph, passage] = [nextChars, nextParagraph, nextPassage];
    if (chars === text.length && paragraph === paragraphs.length && passage === passages.length) return piece;
    yield piece;
  }
}
