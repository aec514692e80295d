import type { CitedPassage } from "./answer.ts";
import { withoutMarkup } from "./markdown-links.ts";
import { textFragmentLink } from "./text-fragment.ts";

const markdownFile = /\.(?:md|markdown)$/iu;

/** Opens the document's page at the sentence that answers; undefined where the document has no address. */
export function sentenceLink({ metadata, passage, text, highlight, file }: CitedPassage): string | undefined {
  const { start } = passage.range;
  return quoteLink(
    { url: metadata.url, file, anchor: passage.anchor },
    text.slice(highlight.start - start, highlight.end - start),
  );
}

/** Opens a document's page at a part of its canonical text; undefined where it has no address. */
export function quoteLink(
  {
    url,
    file,
    anchor,
  }: { readonly url: string | undefined; readonly file: string; readonly anchor?: string | undefined },
  quote: string,
): string | undefined {
  return textFragmentLink(url, markdownFile.test(file) ? withoutMarkup(quote) : quote, anchor);
}
