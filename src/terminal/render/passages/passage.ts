import type { LookedUp, LookedUpPassage } from "../../../answering/service.ts";
import { pageUnitOf } from "../../../answering/shown/page-unit.ts";
import { shownText } from "../../../answering/shown/shown-text.ts";
import type { Messages } from "../../../locales/messages.ts";
import { renderText } from "../../text/marked-text.ts";
import { sanitize } from "../../text/sanitize.ts";
import type { Style } from "../../text/style.ts";
import { fitLines } from "../../text/wrap.ts";
import { renderDocument, renderStanding } from "./citation.ts";
import { smallPrint } from "./small-print.ts";

/** A cited passage in its surroundings, with headings where they change, and its proof. */
export function renderLookedUp(found: LookedUp, messages: Messages, style: Style): string {
  const lines = [renderDocument(found.metadata, messages, style)];
  lines.push(...renderStanding(found, messages, style));
  if (found.state === "moved") lines.push(style.strong(messages.terminal.moved));
  let section = "";
  for (const passage of [...found.before, found, ...found.after]) {
    const headings = passage.passage.headingPath.join(" › ");
    if (headings !== section && headings !== "") lines.push("", style.strong(sanitize(headings)));
    section = headings;
    lines.push("", ...numbered(passage, passage === found, messages, style));
  }
  lines.push("", style.faint(proof(found, messages)));
  return fitLines(lines.join("\n"), style.width);
}

/** A neighbour keeps in the background. */
function numbered(shown: LookedUpPassage, isCited: boolean, messages: Messages, style: Style): string[] {
  const { kind, page, lastPage, isRecognised = false } = shown.passage;
  const label = [
    ...(page === undefined ? [] : [messages.answer.page(page, pageUnitOf(shown.file), lastPage)]),
    messages.answer.paragraph(shown.passage),
    ...(kind === "text" ? [] : [messages.answer[kind]]),
    ...(isRecognised ? [messages.answer.recognised] : []),
  ].join(" · ");
  const words = shownText({ file: shown.file, kind, text: shown.text, start: shown.passage.range.start }).text;
  const text = renderText(words, style, "    ", {
    kind,
    ...(isCited ? { emphasised: [{ start: 0, end: words.length }] } : {}),
  });
  return isCited
    ? [`> ${label} · ${style.accent(sanitize(shown.citation))}`, ...smallPrint(shown, "    ", style), text]
    : [style.faint(`  ${label} · ${sanitize(shown.citation)}`), style.isColored ? faintLines(text, style) : text];
}

function faintLines(text: string, style: Style): string {
  return text
    .split("\n")
    .map((line) => style.faint(line))
    .join("\n");
}

function proof({ citation, fingerprint, document, passage, lines, link }: LookedUp, messages: Messages): string {
  const { terminal } = messages;
  return [
    sanitize(`${citation}@${fingerprint}`),
    sanitize(document.file),
    terminal.range(passage.range.start, passage.range.end),
    ...(document.isPlainText ? [terminal.bytes(passage.bytes.start, passage.bytes.end)] : []),
    ...(lines === undefined ? [] : [terminal.lines(lines.first, lines.last)]),
    `SHA-256 ${document.fileSha256}`,
    ...(link === undefined ? [] : [link]),
  ].join(" · ");
}
