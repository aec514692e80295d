import { defined } from "../../defined.ts";
import { passageLink } from "../linking/sentence-link.ts";
import type { SearchPage } from "../service.ts";
import { standingJson } from "./standing-json.ts";

/** A page of keyword hits as one line of JSON, for other programs; ranges are offsets into the canonical text. */
export function renderSearchJson({ terms, language, total, offset, suggestions, hits }: SearchPage): string {
  return JSON.stringify({
    terms,
    language,
    total,
    offset,
    suggestions,
    hits: hits.map((hit) => {
      const { citation, fingerprint, file, metadata, passage, text, snippet, highlights, score } = hit;
      const link = passageLink({ metadata, file, passage, text });
      return {
        citation,
        fingerprint,
        document: file,
        start: passage.range.start,
        end: passage.range.end,
        text,
        snippet: [snippet.start, snippet.end],
        highlights: highlights.map(({ start, end }) => [start, end]),
        score,
        ...(passage.headingPath.length === 0 ? {} : { section: passage.headingPath.join(" › ") }),
        ...defined({ page: passage.page, lastPage: passage.lastPage }),
        ...(passage.isRecognised === true ? { recognised: true } : {}),
        ...standingJson(hit),
        title: metadata.title,
        ...defined({ link }),
      };
    }),
  });
}
