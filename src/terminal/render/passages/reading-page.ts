import { isInSpan } from "../../../answering/paragraph-span.ts";
import type { ReadingPage } from "../../../answering/service.ts";
import { type PageUnit, pageUnitOf } from "../../../answering/shown/page-unit.ts";
import { shownText } from "../../../answering/shown/shown-text.ts";
import type { Messages } from "../../../locales/messages.ts";
import { renderText } from "../../text/marked-text.ts";
import { sanitize } from "../../text/sanitize.ts";
import type { Style } from "../../text/style.ts";
import { fitLines } from "../../text/wrap.ts";
import { renderDocument, renderStanding } from "./citation.ts";

type ShownParagraph = ReadingPage["paragraphs"][number];

/** A page of a document, each paragraph with its number, those that were asked for marked. */
export function renderReadingPage(page: ReadingPage, messages: Messages, style: Style): string {
  const { metadata, marked } = page;
  const { citing } = messages;
  const next = `fundstelle read ${metadata.key} --page ${page.page + 1}`;
  const position = citing.pageOf(page.page, page.pages);
  const lines = [
    `${renderDocument(metadata, messages, style)} · ${position}`,
    ...renderStanding(page, messages, style),
    ...page.paragraphs.flatMap((shown) => [
      "",
      ...paragraphLines(
        { ...shown, text: shownWords(page, shown), unit: pageUnitOf(page.file) },
        isInSpan(marked, shown.paragraph),
        messages,
        style,
      ),
    ]),
    "",
    style.faint(page.page < page.pages ? `${position} · ${citing.readOn(sanitize(next))}` : position),
  ];
  return fitLines(lines.join("\n"), style.width);
}

function shownWords({ file }: ReadingPage, { paragraph, text }: ShownParagraph): string {
  return shownText({ file, kind: paragraph.kind, text, start: paragraph.range.start }).text;
}

function paragraphLines(
  { paragraph, text, unit }: ShownParagraph & { readonly unit: PageUnit },
  isMarked: boolean,
  messages: Messages,
  style: Style,
): string[] {
  const { kind, number, page, isRecognised = false } = paragraph;
  const whole = [{ start: 0, end: text.length }];
  if (kind === "title" || kind === "heading")
    return [renderText(text, style, isMarked ? "> " : "", { emphasised: whole })];
  const label = [
    ...(page === undefined ? [] : [messages.answer.page(page, unit)]),
    messages.answer.paragraph({ paragraph: number }),
    ...(kind === "caption" || kind === "table" || kind === "code" ? [messages.answer[kind]] : []),
    ...(isRecognised ? [messages.answer.recognised] : []),
  ].join(" · ");
  return [
    isMarked ? `> ${style.accent(label)}` : style.faint(`  ${label}`),
    renderText(text, style, "    ", { kind, emphasised: isMarked ? whole : [] }),
  ];
}
