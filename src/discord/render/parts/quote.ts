import { type QuotedPassage, shownText } from "../../../answering/shown/shown-text.ts";
import type { TextRange } from "../../../documents/document.ts";
import { cutEscaped, ellipsis } from "../text/cut.ts";
import { escapeText } from "../text/escape.ts";

/** What is quoted: a text as it is shown, with ranges in it. */
export interface Quotable {
  readonly text: string;
  readonly sentences: readonly TextRange[];
  /** The sentence to keep when room is short, set in bold unless `isBold` is false. */
  readonly highlight?: TextRange | undefined;
  readonly isBold?: boolean;
}

/** A passage to be quoted. @param highlight of the canonical text, to keep, and to set in bold where that is wanted */
export function quotableOf({ file, passage, text }: QuotedPassage, highlight?: TextRange, isBold = true): Quotable {
  const shown = shownText({ file, kind: passage.kind, text, start: passage.range.start });
  return {
    text: shown.text,
    sentences: passage.sentences.map(shown.place).filter(({ start, end }) => start < end),
    ...(highlight === undefined ? {} : { highlight: shown.place(highlight), isBold }),
  };
}

/**
 * A block quote of at most `maxChars`: the whole text, or else the highlighted sentence (the first one where none is)
 * with as many neighbours as fit, "…" standing for what is left out.
 */
export function renderQuote(quotable: Quotable, maxChars: number): string {
  const { text, sentences } = quotable;
  const whole = { start: 0, end: text.length };
  if (text.length <= maxChars) {
    const all = quoted(quotable, whole);
    if (all.length <= maxChars) return all;
  }
  const highlight = highlightOf(quotable);
  const core = sentences.findIndex((sentence) => sentence.end > (highlight?.start ?? 0));
  let window = highlight ?? sentences[0] ?? whole;
  let best = quoted(quotable, window, maxChars * 4);
  if (best.length > maxChars) return cutSentence(quotable, window, maxChars);
  let [first, last] = [core - 1, core + 1];
  for (;;) {
    const after = sentences[last];
    const before = sentences[first];
    const longer = [
      ...(after === undefined ? [] : [{ window: { start: window.start, end: after.end }, isAfter: true }]),
      ...(before === undefined ? [] : [{ window: { start: before.start, end: window.end }, isAfter: false }]),
    ];
    const fitting = longer.find((candidate) => {
      if (candidate.window.end - candidate.window.start > maxChars) return false;
      return quoted(quotable, candidate.window).length <= maxChars;
    });
    if (fitting === undefined) return best;
    window = fitting.window;
    best = quoted(quotable, window);
    if (fitting.isAfter) last++;
    else first--;
  }
}

function highlightOf({ highlight }: Quotable): TextRange | undefined {
  return highlight === undefined || highlight.end <= highlight.start ? undefined : highlight;
}

function quoted(quotable: Quotable, window: TextRange, maxEscaped = Number.POSITIVE_INFINITY): string {
  const { text } = quotable;
  const highlight = highlightOf(quotable);
  const slice = text.slice(window.start, window.end);
  if (slice.length > maxEscaped) return "x".repeat(maxEscaped);
  // Whole sentences are left out, so the ellipsis stands alone rather than behind a full stop.
  const lead = window.start > 0 ? `${ellipsis} ` : "";
  const trail = window.end < text.trimEnd().length ? ` ${ellipsis}` : "";
  if (
    quotable.isBold === false ||
    highlight === undefined ||
    highlight.start < window.start ||
    highlight.end > window.end
  ) {
    return block(`${lead}${escapeText(slice.trim())}${trail}`);
  }
  const [before, marked, after] = [
    text.slice(window.start, highlight.start),
    text.slice(highlight.start, highlight.end),
    text.slice(highlight.end, window.end),
  ];
  const words = `${escapeText(before)}${bold(marked)}${escapeText(after)}`.trim();
  return block(`${lead}${words}${trail}`);
}

/** White space stays outside the marks, for Discord wants letters beside them. */
function bold(text: string): string {
  const inner = text.trim();
  if (inner === "") return escapeText(text);
  const start = text.indexOf(inner);
  return `${escapeText(text.slice(0, start))}**${escapeText(inner)}**${escapeText(text.slice(start + inner.length))}`;
}

function cutSentence(quotable: Quotable, window: TextRange, maxChars: number): string {
  const { text } = quotable;
  const highlight = highlightOf(quotable);
  const lead = window.start > 0 ? `${ellipsis} ` : "";
  const marks = highlight === undefined || quotable.isBold === false ? "" : "**";
  // Every line of the sentence costs the two characters of its quote mark.
  for (let room = maxChars - 2 - lead.length - 2 * marks.length; room > 0; room = Math.floor(room * 0.9) - 1) {
    const cut = cutEscaped(text.slice(window.start, window.end).trim(), room);
    const candidate = block(`${lead}${marks}${cut}${marks}`);
    if (candidate.length <= maxChars) return candidate;
  }
  return `> ${ellipsis}`.slice(0, Math.max(0, maxChars));
}

function block(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}
