import type { LookedUp, LookedUpPassage } from "../../answering/service.ts";
import type { Messages } from "../../locales/messages.ts";
import { citeId, deleteId, readAtId, shareFileId } from "../custom-ids/ids.ts";
import { messageTextChars } from "../limits.ts";
import { markOfFile } from "../scope.ts";
import { shareOut } from "./parts/budget.ts";
import {
  type Block,
  button,
  colors,
  container,
  deleteRow,
  rows,
  separator,
  sourceButtons,
  text,
  textChars,
  type View,
} from "./parts/layout.ts";
import { quotableOf, renderQuote } from "./parts/quote.ts";
import { smallPrint } from "./parts/small-print.ts";
import { citationCode, referenceOf, sourceLine, standingLines, wholePlaceLine } from "./parts/source-line.ts";
import { cutLine } from "./text/cut.ts";

const passageChars = 2200;
const neighbourChars = 700;
const fileChars = 120;

export interface PassageOptions {
  readonly m: Messages;
  readonly asker: string;
  readonly isPrivate: boolean;
  readonly canShare: boolean;
  /** The number of the sentence to set in bold, from 1; none where it is absent or 0. */
  readonly sentence?: number;
}

/** A cited passage in its surroundings, with what proves it. */
export function renderPassage(found: LookedUp, { m, asker, isPrivate, canShare, sentence = 0 }: PassageOptions): View {
  const { discord, answer } = m;
  const reference = referenceOf(found);
  const head = [
    text(
      [
        sourceLine(found.metadata, answer, found.readerLink),
        ...standingLines(found, answer),
        `-# ${wholePlaceLine(found, answer)} · ${citationCode(found)}`,
      ].join("\n"),
    ),
    ...(found.state === "moved" ? [text(`⚠️ ${discord.passage.moved}`)] : []),
  ];
  const proof = text(proofLine(found, m));
  const labels = [...found.before.map(() => discord.passage.before), ...found.after.map(() => discord.passage.after)];
  const used =
    textChars([...head, proof]) +
    smallPrint(found).join("\n").length +
    labels.reduce((sum, label) => sum + label.length + 100, 100);
  const neighbours = [...found.before, ...found.after];
  const [own = 0, ...others] = shareOut(messageTextChars - used, [
    passageChars,
    ...neighbours.map(() => neighbourChars),
  ]);
  const neighbour = (passage: LookedUpPassage, room: number, label: string): Block[] =>
    room < 40 ? [] : [text(`-# ${label} · ${answer.paragraph(passage.passage)}\n${quote(passage, room)}`)];
  return container(
    [
      ...head,
      separator(),
      ...found.before.flatMap((passage, index) => neighbour(passage, others[index] ?? 0, discord.passage.before)),
      text(
        [
          ...smallPrint(found),
          `**${answer.paragraph(found.passage)}**`,
          renderQuote(quotableOf(found, found.passage.sentences[sentence - 1]), own),
        ].join("\n"),
      ),
      ...found.after.flatMap((passage, index) =>
        neighbour(passage, others[found.before.length + index] ?? 0, discord.passage.after),
      ),
      separator(),
      proof,
      ...rows([
        button(citeId.encode({ reference }), discord.buttons.cite),
        button(readAtId.encode({ reference }), discord.buttons.read),
        ...sourceButtons([found.readerLink, found.link, found.metadata.url], discord.buttons.openSource),
        ...(isPrivate && canShare
          ? [button(shareFileId.encode({ asker, file: markOfFile(found.document) }), discord.buttons.share)]
          : []),
      ]),
      ...(isPrivate ? [] : deleteRow(deleteId.encode({ asker }), discord.buttons.delete)),
    ],
    colors.plain,
  );
}

function quote(passage: LookedUpPassage, maxChars: number): string {
  return renderQuote(quotableOf(passage), maxChars);
}

function proofLine(found: LookedUp, { discord }: Messages): string {
  const { range } = found.passage;
  const facts = [
    discord.passage.file(cutLine(found.document.file, fileChars)),
    ...(found.lines === undefined ? [] : [discord.passage.lines(found.lines.first, found.lines.last)]),
    discord.passage.characters(range.start, range.end),
    discord.passage.fingerprint(`\`${found.fingerprint}\``),
    `SHA-256 \`${found.document.fileSha256}\``,
  ];
  return `-# ${discord.passage.proof}: ${facts.join(" · ")}`;
}
