import type { OpenedDocument } from "../../answering/citing/catalogue.ts";
import type { SourceDocument } from "../../documents/document.ts";
import { paragraphPassagesOf } from "../../documents/passages/passages.ts";

/** A document with its paragraphs as passages, which are made when they are first asked for. */
export function openedDocument(document: SourceDocument): OpenedDocument {
  let paragraphs: ReturnType<typeof paragraphPassagesOf> | undefined;
  return {
    ...document,
    paragraphPassages: () => {
      paragraphs ??= paragraphPassagesOf(document);
      return paragraphs;
    },
  };
}
