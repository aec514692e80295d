import type { SourceSummary } from "../../answering/service.ts";
import type { HiddenParagraph } from "../../documents/document.ts";
import type { Messages } from "../../locales/messages.ts";
import { shorten } from "../text/marked-text.ts";
import { sanitize } from "../text/sanitize.ts";
import type { Style } from "../text/style.ts";
import { fitLines } from "../text/wrap.ts";
import { renderDocument, renderStanding } from "./passages/citation.ts";

/** The documents with their counts, two lines each, and the sums. */
export function renderSources(sources: readonly SourceSummary[], messages: Messages, style: Style): string {
  const lines = sources.flatMap(({ file, metadata, passages, paragraphs, hidden, gaps = [], standing }) => [
    `${style.accent(sanitize(metadata.key))}  ${renderDocument(metadata, messages, style)}`,
    `    ${sanitize(file)} · ${metadata.language} · ${messages.terminal.sourceCounts(passages, paragraphs, hidden)}`,
    ...(standing === undefined ? [] : [`    ${renderStanding({ standing }, messages, style).join("")}`]),
    ...gaps.map((gap) => `    ${style.faint(messages.terminal.readingGap(gap))}`),
  ]);
  const passages = sources.reduce((sum, source) => sum + source.passages, 0);
  return fitLines([...lines, messages.terminal.sourceTotals(sources.length, passages)].join("\n"), style.width);
}

/** One hidden paragraph: its number, the rule that hides it, and its words. */
export function renderHiddenParagraph({ documentKey, paragraph, rule, text }: HiddenParagraph, style: Style): string {
  const line = `${style.accent(sanitize(`${documentKey}:${paragraph}`))}  ${rule}  ${style.faint(shorten(text, 120))}`;
  return fitLines(line, style.width);
}
