import type { ReadingPage } from "../service.ts";

/** A page of a document as one line of JSON, for other programs; `text` is word for word as the document has it. */
export function renderReadingJson({ metadata, file, page, pages, paragraphs }: ReadingPage): string {
  return JSON.stringify({
    key: metadata.key,
    document: file,
    title: metadata.title,
    language: metadata.language,
    ...(metadata.published === undefined ? {} : { date: metadata.published.stated }),
    page,
    pages,
    paragraphs: paragraphs.map(({ paragraph, text, citation }) => ({
      paragraph: paragraph.number,
      kind: paragraph.kind,
      start: paragraph.range.start,
      end: paragraph.range.end,
      text,
      ...(citation === undefined ? {} : { citation }),
    })),
  });
}
