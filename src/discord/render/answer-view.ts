import type { Answer, CitedPassage, LookedFor } from "../../answering/answer.ts";
import { asksForSeveral } from "../../answering/choosing/asks-for-several.ts";
import { isSideBySide } from "../../answering/choosing/several-sources.ts";
import { sentenceLink } from "../../answering/linking/sentence-link.ts";
import { doubtsAbout } from "../../answering/shown/doubts.ts";
import { shownPassages } from "../../answering/shown/shown-passages.ts";
import { isSmallTalk } from "../../answering/small-talk/small-talk.ts";
import type { Messages } from "../../locales/messages.ts";
import { contextAtId, moreId, openFollowUpId, pageId } from "../custom-ids/ids.ts";
import { messageTextChars } from "../limits.ts";
import { showQuestion } from "../messages/text/question-text.ts";
import { markOf, type Scope } from "../scope.ts";
import {
  type Block,
  type Button,
  button,
  colors,
  container,
  menus,
  rows,
  separator,
  sourceButtons,
  text,
  textChars,
  type View,
} from "./parts/layout.ts";
import { moreOptions } from "./parts/more-menu.ts";
import { passageBlocks } from "./parts/passage-blocks.ts";
import { answeringSentenceOf, referenceOf } from "./parts/source-line.ts";
import { cutLine } from "./text/cut.ts";
import { inlineCode } from "./text/escape.ts";
import { labelled, remarkId, textIds } from "./text/message-text.ts";

const lookedForChars = 400;
/** Remarks of an answer, behind those of the questions of a message. */
const remarkAt = { doubts: 20, lookedFor: 21, page: 22, limits: 23 } as const;
/** Of several questions: at most for one, and for all of them. */
const partQuestionChars = 150;
const allQuestionsChars = 600;
/** Of what speaks against the answers to them, so that the passages keep their room. */
const allDoubts = 6;
const allDoubtsChars = 480;
/** What counts as standing above each of several passages, so that none of them is long. */
const abovePartChars = 500;

/** Some of an answer's passages. */
export interface AnswerPage {
  readonly answer: Answer;
  /** As it was asked, with its spoilers; as the answer has it where it is absent. */
  readonly question?: string;
  /** Those to show; at most `shownPassages`. */
  readonly passages: readonly CitedPassage[];
  /** How many come before them. */
  readonly offset: number;
  /** Id of what has the first passage stand there; absent: it was found. */
  readonly pointer?: string;
  /** How many the first page shows, at most; absent: `shownPassages`. */
  readonly mostAtFirst?: number;
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
  /** Whether people can say if it was helpful; absent: they cannot. */
  readonly canVote?: boolean;
  /** Whether whoever asked may say which passage answers; absent: they may not. */
  readonly canPoint?: boolean;
}

/**
 * Renders an answer as a message that fits a phone: remarks, the quote with its source below, the question in small
 * print, one row of buttons in the order of use, and a menu for everything else.
 */
export function renderAnswer(page: AnswerPage, view: AnswerView): View {
  const { answer, offset } = page;
  const { m } = view;
  const showsPassages = answer.kind === "answered" || view.isClosest;
  const passages = showsPassages ? page.passages : [];
  const head = judgement(page, view);
  const foot = questionBlocks(page, view);
  if (answer.parts !== undefined && offset === 0 && !view.isClosest) {
    return container(
      [
        ...partBlocks(answer.parts, { usedChars: textChars(foot), m }),
        ...foot,
        ...rows(buttonsOf(page, view)),
        ...menus(
          moreId.encode({ asker: view.asker }),
          m.discord.more.placeholder,
          moreOptions(passages, { ...view, pointer: page.pointer }),
        ),
      ],
      colors[answer.certainty],
    );
  }
  return container(
    [
      ...head,
      ...passageBlocks(passages, {
        firstNumber: offset + 1,
        aboveChars: textChars(head),
        usedChars: textChars([...head, ...foot]),
        marks: areSideBySide(page) ? "voices" : answer.kind === "answered" && offset === 0 ? "first" : "none",
        m,
      }),
      ...foot,
      ...rows(buttonsOf(page, view)),
      ...menus(
        moreId.encode({ asker: view.asker }),
        m.discord.more.placeholder,
        moreOptions(passages, { ...view, pointer: page.pointer }),
      ),
    ],
    colors[answer.certainty],
  );
}

/** Whether the passages of a page are shown side by side: those of later pages have less to do with the question. */
function areSideBySide({ answer, offset }: AnswerPage): boolean {
  return offset === 0 && isSideBySide(answer);
}

/**
 * How many passages the first page has: the one that answers, with those that hold their own where it is sure, or several
 * where they say different things or are asked for. What is said of an uncertain one takes the room of others.
 */
export function shownAtFirst(answer: Answer, most = shownPassages): number {
  if (answer.parts !== undefined && answer.kind === "answered") return answer.worthShowing;
  const several = answer.kind === "abstained" || answer.saysDifferentThings || asksForSeveral(answer.question);
  const worthShowing = answer.certainty === "sure" ? answer.worthShowing : 1;
  return Math.min(several ? shownPassages : worthShowing, answer.passages.length, most);
}

/** The answer to each question of a message: the question, what is to be known, its best passage. */
function partBlocks(
  parts: readonly Answer[],
  { usedChars, m }: { readonly usedChars: number; readonly m: Messages },
): Block[] {
  const questionChars = Math.min(partQuestionChars, Math.floor(allQuestionsChars / parts.length));
  const doubtsOf = (part: Answer): string =>
    doubts(part, m, {
      most: Math.floor(allDoubts / parts.length),
      chars: Math.min(doubtChars, Math.floor(allDoubtsChars / parts.length)),
    });
  const heads = parts.map((part, index) => {
    const known =
      part.kind === "abstained"
        ? `${m.answer.abstained} ${m.answer.reasons[part.reason]}`
        : part.certainty === "uncertain"
          ? `⚠️ *${m.answer.uncertain}*${doubtsOf(part)}`
          : "";
    const question = cutLine(part.question, questionChars);
    return text([`**${index + 1}. ${question}**`, ...(known === "" ? [] : [known])].join("\n"), remarkId(index));
  });
  const room = messageTextChars - usedChars - textChars(heads);
  const share = Math.floor(room / Math.max(1, parts.filter(({ kind }) => kind === "answered").length));
  return parts.flatMap((part, index) => [
    ...(index === 0 ? [] : [separator()]),
    ...heads.slice(index, index + 1),
    ...(part.kind === "abstained"
      ? []
      : passageBlocks(part.passages.slice(0, 1), {
          firstNumber: index + 1,
          aboveChars: abovePartChars,
          usedChars: messageTextChars - share,
          marks: "first",
          m,
        })),
  ]);
}

function questionBlocks(
  { answer, question = answer.question }: AnswerPage,
  { m, scope, previous }: AnswerView,
): Block[] {
  const { discord } = m;
  const limits = [
    ...(scope.source === "" ? [] : [discord.onlyIn(inlineCode(scope.source))]),
    ...(scope.from === "" ? [] : [discord.since(dayIn(scope.from, m))]),
    ...(scope.until === "" ? [] : [discord.until(dayIn(scope.until, m))]),
    ...(answer.undatedLeftOut === 0 ? [] : [m.answer.undatedLeftOut(answer.undatedLeftOut)]),
    ...(answer.editionsLeftOut === undefined ? [] : [m.answer.editionsLeftOut(answer.editionsLeftOut)]),
    ...(answer.modelVerdict === undefined ? [] : [m.answer.modelVerdict[answer.modelVerdict]]),
  ];
  return [
    text(labelled(discord.question, showQuestion(question)), textIds.question),
    ...(previous === "" ? [] : [text(labelled(discord.followsOn, showQuestion(previous)), textIds.previous)]),
    ...(limits.length === 0 ? [] : [text(`-# ${limits.join(" · ")}`, remarkId(remarkAt.limits))]),
  ];
}

function dayIn(day: string, { answer }: Messages): string {
  return answer.published({ stated: day, from: day, until: day, precision: "day" });
}

function judgement(page: AnswerPage, { m, isClosest }: AnswerView): Block[] {
  const { answer, offset } = page;
  const pageLine = text(
    `-# ${m.discord.passagesOf(offset + 1, offset + page.passages.length, answer.passages.length)}`,
    remarkId(remarkAt.page),
  );
  if (answer.kind === "answered") {
    if (offset > 0) return [pageLine];
    const isUncertain = answer.certainty === "uncertain";
    return [
      ...(page.pointer === undefined ? [] : [text(`-# ${m.discord.community.pointing.pointed}`)]),
      ...(isUncertain ? [text(`⚠️ *${m.answer.uncertain}*${doubts(answer, m)}`, remarkId(remarkAt.doubts))] : []),
      ...(isUncertain && answer.missing.length > 0
        ? [text(lookedFor(answer.lookedFor, m), remarkId(remarkAt.lookedFor))]
        : []),
      ...(areSideBySide(page) ? [text(`**${m.answer.saysDifferentThings}**`)] : []),
    ];
  }
  const reason = m.answer.reasons[answer.reason];
  return [
    text(isSmallTalk(answer.reason) ? reason : `${m.answer.abstained} ${reason}`),
    ...(answer.lookedFor.length === 0 ? [] : [text(lookedFor(answer.lookedFor, m), remarkId(remarkAt.lookedFor))]),
    ...(isClosest ? [text(m.discord.closestPassages), ...(offset > 0 ? [pageLine] : [])] : []),
  ];
}

const doubtChars = 120;

function doubts(
  answer: Answer,
  { answer: m }: Messages,
  { most, chars }: { readonly most?: number; readonly chars: number } = { chars: doubtChars },
): string {
  const told = doubtsAbout(answer, (finding) => cutLine(m.finding(finding), chars)).slice(0, most);
  return told.length === 0 ? "" : `\n-# ${m.doubts(told)}`;
}

function lookedFor(words: readonly LookedFor[], { answer: m }: Messages): string {
  const shown = words.map(({ word, correctedTo, isFound, isInBestPassage }) => {
    const name = correctedTo === undefined ? word : m.takenFor(word, correctedTo);
    return `${name} (${!isFound ? m.notFound : isInBestPassage ? m.found : m.elsewhere})`;
  });
  return `-# ${m.lookedFor}: ${cutLine(shown.join(", "), lookedForChars)}`;
}

/** In the order of their use; one row holds five. */
function buttonsOf({ answer, passages, offset, mostAtFirst }: AnswerPage, view: AnswerView): Button[] {
  const { asker, scope, m, isClosest } = view;
  const { buttons } = m.discord;
  const limited = { source: markOf(scope.source), from: scope.from, until: scope.until };
  const at = (target: number, closest: number): string =>
    pageId.encode({ asker, locale: m.locale, offset: target, closest, ...limited });
  const closest = isClosest ? 1 : 0;
  const canPage = answer.kind === "answered" || isClosest;
  const hasNext = offset + passages.length < answer.passages.length;
  const back = offset - shownPassages < shownAtFirst(answer, mostAtFirst) ? 0 : offset - shownPassages;
  // If there are several passages, actions on one of them are in the menu, labelled with its citation.
  const [only] = canPage && passages.length === 1 ? passages : [];
  return [
    ...(only === undefined
      ? []
      : [
          button(
            contextAtId.encode({ reference: referenceOf(only), sentence: answeringSentenceOf(only) }),
            buttons.context,
          ),
        ]),
    ...(canPage && offset > 0 ? [button(at(back, closest), buttons.previous)] : []),
    ...(canPage && hasNext ? [button(at(offset + passages.length, closest), buttons.next)] : []),
    ...(!canPage && passages.length > 0 ? [button(at(0, 1), buttons.closest)] : []),
    button(openFollowUpId.encode(limited), buttons.followUp),
    ...(only === undefined
      ? []
      : sourceButtons([only.readerLink, sentenceLink(only), only.metadata.url], buttons.openSource)),
  ];
}
