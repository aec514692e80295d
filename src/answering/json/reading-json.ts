import { defined } from "../../defined.ts";
import type { ReadingPage } from "../service.ts";
import { standingJson } from "./standing-json.ts";

/** A page of a document as one line of JSON, for other programs; `text` is word for word as the document has it. */
export function renderReadingJson(shown: ReadingPage): string {
  const { metadata, file, page, pages, paragraphs } = shown;
  return JSON.stringify({
    key: metadata.key,
    document: file,
    title: metadata.title,
    language: metadata.language,
    ...(metadata.published === undefined ? {} : { date: metadata.published.stated }),
    ...standingJson(shown),
    page,
    pages,
    paragraphs: paragraphs.map(({ paragraph, text, citation }) => ({
      paragraph: paragraph.number,
      kind: paragraph.kind,
      start: paragraph.range.start,
      end: paragraph.range.end,
      text,
      ...defined({ page: paragraph.page }),
      ...(paragraph.isRecognised === true ? { recognised: true } : {}),
      ...defined({ citation }),
    })),
  });
}
