import type { Answer, CitedPassage, LookedFor } from "../../answering/answer.ts";
import type { Messages } from "../../locales/messages.ts";
import { askFurtherId, deleteId, pageId, shareId } from "../custom-ids/ids.ts";
import { markOf, type Scope } from "../scope.ts";
import {
  type Block,
  type Button,
  button,
  colors,
  container,
  rows,
  text,
  textChars,
  type View,
} from "./parts/blocks.ts";
import { passageBlocks } from "./parts/passage-blocks.ts";
import { cutLine } from "./text/cut.ts";
import { escapeText, inlineCode } from "./text/escape.ts";
import { boldLine, textIds } from "./text/message-text.ts";

/** So many passages stand in one message. */
export const passagesPerPage = 3;
const lookedForChars = 400;

/** Some of an answer's passages. */
export interface AnswerPage {
  readonly answer: Answer;
  /** Those to show; at most `passagesPerPage`. */
  readonly passages: readonly CitedPassage[];
  /** How many come before them. */
  readonly offset: number;
  readonly hasNext: boolean;
}

/** How and for whom an answer is shown. */
export interface AnswerView {
  readonly m: Messages;
  /** Who may change the message. */
  readonly asker: string;
  readonly scope: Scope;
  /** The question before, "" where there is none. */
  readonly previous: string;
  /** Whether only the asker sees it. */
  readonly isPrivate: boolean;
  /** Whether it can be made public. */
  readonly canShare: boolean;
  /** Whether an abstention shows what came closest. */
  readonly isClosest: boolean;
}

/** An answer as a message: the question, what is to be known about the answer, passages and buttons. */
export function renderAnswer(page: AnswerPage, view: AnswerView): View {
  const { answer, passages, offset } = page;
  const { m } = view;
  const showsPassages = answer.kind === "answered" || view.isClosest;
  const head = [...questionBlocks(answer, view), ...judgement(page, view)];
  return container(
    [
      ...head,
      ...(showsPassages
        ? passageBlocks(passages, {
            firstNumber: offset + 1,
            usedChars: textChars(head),
            marks: isSideBySide(page) ? "voices" : answer.kind === "answered" && offset === 0 ? "first" : "none",
            m,
          })
        : []),
      ...rows(buttonsOf(page, view)),
    ],
    colors[answer.certainty],
  );
}

/** Whether the passages stand in the order of their dates, since they say different things. */
export function isSideBySide({ answer, offset }: Pick<AnswerPage, "answer" | "offset">): boolean {
  return answer.kind === "answered" && answer.saysDifferentThings && offset === 0;
}

function questionBlocks(answer: Answer, { m, scope, previous }: AnswerView): Block[] {
  const { discord } = m;
  const limits = [
    ...(scope.source === "" ? [] : [discord.onlyIn(inlineCode(scope.source))]),
    ...(scope.from === "" ? [] : [discord.since(dayIn(scope.from, m))]),
    ...(scope.until === "" ? [] : [discord.until(dayIn(scope.until, m))]),
    ...(answer.undatedLeftOut === 0 ? [] : [m.answer.undatedLeftOut(answer.undatedLeftOut)]),
  ];
  return [
    text(boldLine(escapeText(answer.question)), textIds.question),
    ...(previous === "" ? [] : [text(`-# ${discord.followsOn(escapeText(previous))}`, textIds.previous)]),
    ...(limits.length === 0 ? [] : [text(`-# ${limits.join(" · ")}`)]),
  ];
}

function dayIn(day: string, { answer }: Messages): string {
  return answer.published({ stated: day, from: day, until: day, precision: "day" });
}

function judgement(page: AnswerPage, { m, isClosest }: AnswerView): Block[] {
  const { answer, offset } = page;
  if (answer.kind === "answered") {
    if (offset > 0) return [text(m.discord.more)];
    const isUncertain = answer.certainty === "uncertain";
    return [
      ...(isUncertain ? [text(`⚠️ *${m.answer.uncertain}*`)] : []),
      ...(isUncertain && answer.missing.length > 0 ? [text(lookedFor(answer.lookedFor, m))] : []),
      ...(isSideBySide(page) ? [text(`**${m.answer.saysDifferentThings}**`)] : []),
    ];
  }
  return [
    text(`${m.answer.abstained} ${m.answer.reasons[answer.reason]}`),
    ...(answer.lookedFor.length === 0 ? [] : [text(lookedFor(answer.lookedFor, m))]),
    ...(isClosest ? [text(m.discord.closestPassages)] : []),
  ];
}

function lookedFor(words: readonly LookedFor[], { answer: m }: Messages): string {
  const shown = words.map(({ word, correctedTo, isFound, isInBestPassage }) => {
    const name = correctedTo === undefined ? word : m.takenFor(word, correctedTo);
    return `${name} (${!isFound ? m.notFound : isInBestPassage ? m.found : m.elsewhere})`;
  });
  return `-# ${m.lookedFor}: ${cutLine(shown.join(", "), lookedForChars)}`;
}

function buttonsOf({ answer, passages, offset, hasNext }: AnswerPage, view: AnswerView): Button[] {
  const { asker, scope, m, isClosest } = view;
  const { buttons } = m.discord;
  const limited = { source: markOf(scope.source), from: scope.from, until: scope.until };
  const at = (target: number, closest: number): string =>
    pageId.encode({ asker, locale: m.locale, offset: target, closest, ...limited });
  const closest = isClosest ? 1 : 0;
  const canPage = answer.kind === "answered" || isClosest;
  return [
    ...(canPage && offset > 0 ? [button(at(Math.max(0, offset - passagesPerPage), closest), buttons.previous)] : []),
    ...(canPage && hasNext ? [button(at(offset + passagesPerPage, closest), buttons.next)] : []),
    ...(!canPage && passages.length > 0 ? [button(at(0, 1), buttons.closest)] : []),
    button(askFurtherId.encode(limited), buttons.further),
    ...(view.isPrivate ? [] : [button(deleteId.encode({ asker }), buttons.delete)]),
    ...(view.isPrivate && view.canShare ? [button(shareId.encode({ asker }), buttons.share)] : []),
  ];
}
