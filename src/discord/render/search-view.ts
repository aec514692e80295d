import type { SearchHit, SearchPage } from "../../answering/service.ts";
import { shownText } from "../../answering/shown/shown-text.ts";
import type { Messages } from "../../locales/messages.ts";
import { oneLine } from "../../one-line.ts";
import { deleteId, hitsId, openId, shareId } from "../custom-ids/ids.ts";
import { messageTextChars } from "../limits.ts";
import {
  type Block,
  button,
  colors,
  container,
  deleteRow,
  menus,
  rows,
  separator,
  text,
  textChars,
  type View,
} from "./parts/layout.ts";
import { citationCode, lastPlaceLine, placeLine, referenceOf, shownTitle, standingLines } from "./parts/source-line.ts";
import { cutEscaped, cutPlain, ellipsis } from "./text/cut.ts";
import { escapeText } from "./text/escape.ts";
import { boldLine, remarkId, textIds } from "./text/message-text.ts";

export const hitsPerPage = 5;
const snippetChars = 400;
/** Where there is less room, less is said of where the hits stand. */
const leastSnippetChars = 60;
const shortStandingChars = 80;

export interface SearchView {
  readonly m: Messages;
  readonly asker: string;
  readonly isPrivate: boolean;
  readonly canShare: boolean;
}

/** Keyword hits, a page of them, each with the words that were found in bold. */
export function renderSearch(page: SearchPage, view: SearchView): View {
  const { m, asker } = view;
  const { discord } = m;
  const { hits, total, offset } = page;
  const head: Block[] = [
    text(boldLine(escapeText(page.terms)), textIds.terms),
    text(
      `-# ${hits.length === 0 ? discord.search.none : discord.search.hits(total, offset + 1, offset + hits.length)}`,
      remarkId(0),
    ),
    ...(page.suggestions.length === 0
      ? []
      : [text(`-# ${cutEscaped(discord.search.didYouMean(page.suggestions.slice(0, 5)), 300)}`, remarkId(1))]),
  ];
  // Title above and citation below, as in an answer, so that the text of the message can be verified.
  const titles = hits.map((hit, index) => `${offset + index + 1} · **${shownTitle(hit.metadata, 80)}**`);
  const placesWith = (place: typeof placeLine, standingChars?: number): string[] =>
    hits.map((hit) =>
      [`-# ${place(hit, m.answer)} · ${citationCode(hit)}`, ...standingLines(hit, m.answer, standingChars)].join("\n"),
    );
  const roomWith = (shown: readonly string[]): number => {
    const used = textChars(head) + [...titles, ...shown].reduce((sum, line) => sum + line.length + 1, 0);
    return Math.min(snippetChars, Math.floor((messageTextChars - used) / Math.max(1, hits.length)));
  };
  const whole = placesWith(placeLine);
  const places = roomWith(whole) >= leastSnippetChars ? whole : placesWith(lastPlaceLine, shortStandingChars);
  const room = roomWith(places);
  const at = (target: number): string => hitsId.encode({ asker, locale: m.locale, offset: target });
  return container(
    [
      ...head,
      ...hits.flatMap((hit, index) => [separator(), text(`${titles[index]}\n${snippet(hit, room)}\n${places[index]}`)]),
      ...menus(
        openId.encode({}),
        discord.search.open,
        hits.map((hit) => menuOption(hit)),
      ),
      ...rows([
        ...(offset > 0 ? [button(at(Math.max(0, offset - hitsPerPage)), discord.buttons.previous)] : []),
        ...(offset + hits.length < total ? [button(at(offset + hitsPerPage), discord.buttons.next)] : []),
        ...(view.isPrivate && view.canShare ? [button(shareId.encode({ asker }), discord.buttons.share)] : []),
      ]),
      ...(view.isPrivate ? [] : deleteRow(deleteId.encode({ asker }), discord.buttons.delete)),
    ],
    colors.plain,
  );
}

function menuOption(hit: SearchHit): { label: string; value: string; description: string } {
  return { label: hit.citation, value: referenceOf(hit), description: cutPlain(hit.metadata.title, 100) };
}

/** A block quote of one line with the words that were found in bold, cut at `maxChars`. */
function snippet({ file, text: words, passage, snippet: range, highlights }: SearchHit, maxChars: number): string {
  const shown = shownText({ file, kind: passage.kind, text: words, start: passage.range.start });
  const passageText = shown.text;
  const part = shown.place(range);
  const { end } = part;
  let at = part.start;
  let line = `> ${at > 0 ? ellipsis : ""}`;
  const add = (piece: string): boolean => {
    if (line.length + piece.length > maxChars - 2 * ellipsis.length) return false;
    line += piece;
    return true;
  };
  for (const { start: from, end: to } of highlights.map(shown.place)) {
    if (from < at || to > end || from === to) continue;
    if (!add(plain(passageText.slice(at, from)))) return close(line, passageText.slice(at, from), maxChars);
    at = from;
    if (!add(`**${plain(passageText.slice(from, to))}**`)) return `${line}${ellipsis}`;
    at = to;
  }
  const rest = passageText.slice(at, end);
  if (!add(plain(rest))) return close(line, rest, maxChars);
  return end < passageText.length ? `${line}${/[.!?]["“”«»)]*$/u.test(line) ? " " : ""}${ellipsis}` : line;
}

function close(line: string, rest: string, maxChars: number): string {
  return `${line}${cutEscaped(rest.replace(/\s+/gu, " "), Math.max(1, maxChars - line.length))}`;
}

/** Escaped on one line, spaces at the ends kept. */
function plain(words: string): string {
  const [lead, trail] = [/^\s/u.test(words) ? " " : "", /\S\s+$/u.test(words) ? " " : ""];
  return `${lead}${escapeText(oneLine(words))}${trail}`;
}
