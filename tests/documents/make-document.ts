import type { LanguageCode, SourceDocument } from "../../src/documents/document.ts";
import type { Source } from "../../src/documents/metadata/sources-file.ts";
import { createDocument } from "../../src/documents/read-document.ts";

/** A document as if its bytes had been found under that name. */
export function documentOf(
  content: string | Uint8Array,
  options: { file?: string; source?: Source; language?: LanguageCode } = {},
): Promise<SourceDocument> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return createDocument(bytes, options.file ?? "article.txt", {
    key: "article",
    source: options.source,
    detectLanguage: () => options.language ?? "de",
  });
}

/** Every paragraph as `kind: text`. */
export function outlineOf(document: SourceDocument): string[] {
  return document.paragraphs.map(
    ({ kind, range }) => `${kind}: ${document.canonicalText.slice(range.start, range.end)}`,
  );
}
