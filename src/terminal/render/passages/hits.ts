import type { SearchHit, SearchPage } from "../../../answering/service.ts";
import { shownText } from "../../../answering/shown/shown-text.ts";
import type { Messages, TerminalMessages } from "../../../locales/messages.ts";
import type { SignalShare } from "../../../search/ranking/rank.ts";
import { renderText, shorten } from "../../text/marked-text.ts";
import type { Style } from "../../text/style.ts";
import { fitLines } from "../../text/wrap.ts";
import { renderCitation } from "./citation.ts";

const indent = "    ";

/** A page of keyword hits, best first, with what each signal gave where that is asked for. */
export function renderHits(page: SearchPage, messages: Messages, style: Style, options: { explain: boolean }): string {
  const { terminal } = messages;
  const lines = [page.hits.length === 0 ? terminal.noHits : terminal.hits(page.total, page.hits.length)];
  if (page.suggestions.length > 0) lines.push(terminal.didYouMean(page.suggestions.map((word) => shorten(word, 60))));
  page.hits.forEach((hit, index) => {
    lines.push("", `[${page.offset + index + 1}] ${renderCitation(hit, messages, style)}`);
    lines.push(`${indent}${terminal.score} ${decimals(hit.score)}`);
    if (options.explain) lines.push(...hit.signals.map((share) => explained(share, hit, terminal.fields)));
    lines.push(snippet(hit, style));
  });
  return fitLines(lines.join("\n"), style.width);
}

/**
 * `terms      0.9312 = 1 × 0.9312 (heading 38 %)`: what a signal added, its weight, its value from 0 to 1, and how much
 * of the terms would be missing without the title, the headings, …
 */
function explained(
  { name, weight, value }: SignalShare,
  { signals, fields }: SearchHit,
  names: TerminalMessages["fields"],
): string {
  const column = Math.max(...signals.map((signal) => signal.name.length));
  const shares =
    name === "terms" ? fields.map(({ field, terms }) => `${names[field]} ${Math.round(terms * 100)} %`) : [];
  const around = shares.length === 0 ? "" : ` (${shares.join(", ")})`;
  return `${indent}  ${name.padEnd(column)}  ${decimals(weight * value)} = ${weight} × ${decimals(value)}${around}`;
}

function snippet({ file, text, passage, snippet: range, highlights }: SearchHit, style: Style): string {
  const shown = shownText({ file, kind: passage.kind, text, start: passage.range.start });
  const part = shown.place(range);
  const before = part.start > 0 ? "… " : "";
  const after = part.end < shown.text.length ? " …" : "";
  const shift = before.length - part.start;
  const emphasised = highlights
    .map(shown.place)
    .filter(({ start, end }) => start < part.end && end > part.start)
    .map(({ start, end }) => ({ start: start + shift, end: Math.min(end, part.end) + shift }));
  return renderText(before + shown.text.slice(part.start, part.end) + after, style, indent, {
    emphasised,
    kind: passage.kind,
  });
}

/** The same in every language, for these figures are read by programs too. */
function decimals(value: number): string {
  return value.toFixed(4);
}
