import type { Answer, CitedPassage, LookedFor } from "../../../answering/answer.ts";
import { isSideBySide, passagesAsShown } from "../../../answering/choosing/several-sources.ts";
import { doubtsAbout } from "../../../answering/shown/doubts.ts";
import { shownText } from "../../../answering/shown/shown-text.ts";
import { isSmallTalk } from "../../../answering/small-talk/small-talk.ts";
import type { Messages } from "../../../locales/messages.ts";
import { renderText, shorten } from "../../text/marked-text.ts";
import { sanitize } from "../../text/sanitize.ts";
import type { Style } from "../../text/style.ts";
import { fitLines } from "../../text/wrap.ts";
import { renderCitation } from "./citation.ts";
import { smallPrint } from "./small-print.ts";

const indent = "    ";
const snippetChars = 200;
const questionChars = 300;

/** An answer or an abstention, or one for each question of a message, without a line break at its end. */
export function renderAnswer(answer: Answer, messages: Messages, style: Style): string {
  const parts = answer.parts?.map((part, index) => {
    const question = style.strong(`${index + 1}. ${shorten(sanitize(part.question), questionChars)}`);
    return `${fitLines(question, style.width)}\n\n${renderAnswer(part, messages, style)}`;
  });
  return parts === undefined ? renderOne(answer, messages, style) : parts.join("\n\n");
}

function renderOne(answer: Answer, messages: Messages, style: Style): string {
  const lines =
    answer.kind === "answered" ? [...heading(answer, messages, style)] : abstention(answer, messages, style);
  if (answer.kind === "answered") {
    if (isSideBySide(answer)) lines.push(style.strong(messages.answer.saysDifferentThings));
    passagesAsShown(answer).forEach((passage, index) => {
      if (index > 0 || lines.length > 0) lines.push("");
      lines.push(...cited(passage, index + 1, messages, style));
    });
  } else if (answer.passages.length > 0) {
    lines.push(`${messages.answer.closest}:`);
    answer.passages.forEach((passage, index) => {
      lines.push(...closest(passage, index + 1, messages, style));
    });
  }
  if (answer.modelVerdict !== undefined) lines.push(style.faint(messages.answer.modelVerdict[answer.modelVerdict]));
  if (answer.editionsLeftOut !== undefined) lines.push(messages.answer.editionsLeftOut(answer.editionsLeftOut));
  if (answer.undatedLeftOut > 0) lines.push(messages.answer.undatedLeftOut(answer.undatedLeftOut));
  return fitLines(lines.join("\n"), style.width);
}

function heading(answer: Answer, messages: Messages, style: Style): string[] {
  if (answer.certainty !== "uncertain") return [];
  const missing = answer.missing.length === 0 ? [] : [lookedForLine(answer.lookedFor, messages)];
  return [style.strong(messages.answer.uncertain), ...doubts(answer, messages), ...missing];
}

function abstention(answer: Extract<Answer, { kind: "abstained" }>, messages: Messages, style: Style): string[] {
  if (answer.reason === "help") return [messages.answer.reasons.help, "", ...messages.terminal.chatHelp];
  if (isSmallTalk(answer.reason)) return [messages.answer.reasons[answer.reason]];
  const first = `${style.strong(messages.answer.abstained)} ${messages.answer.reasons[answer.reason]}`;
  return answer.lookedFor.length === 0 ? [first] : [first, lookedForLine(answer.lookedFor, messages)];
}

function doubts(answer: Answer, messages: Messages): string[] {
  const told = doubtsAbout(answer, (finding) => shorten(sanitize(messages.answer.finding(finding)), 120));
  return told.length === 0 ? [] : [messages.answer.doubts(told)];
}

/** `Gesucht: Container, Munition (gefunden); Kokosnuss (nirgends gefunden)`. */
function lookedForLine(words: readonly LookedFor[], messages: Messages): string {
  const { answer } = messages;
  const groups: [string, LookedFor[]][] = [
    [answer.found, words.filter((word) => word.isFound && word.isInBestPassage)],
    [answer.elsewhere, words.filter((word) => word.isFound && !word.isInBestPassage)],
    [answer.notFound, words.filter((word) => !word.isFound)],
  ];
  const parts = groups
    .filter(([, members]) => members.length > 0)
    .map(([label, members]) => `${members.map((word) => wordOf(word, messages)).join(", ")} (${label})`);
  return `${answer.lookedFor}: ${parts.join("; ")}`;
}

function wordOf({ word, correctedTo }: LookedFor, messages: Messages): string {
  const shown = shorten(word, 60);
  return correctedTo === undefined ? shown : messages.answer.takenFor(shown, shorten(correctedTo, 60));
}

function cited(passage: CitedPassage, number: number, messages: Messages, style: Style): string[] {
  const lines = [`[${number}] ${renderCitation(passage, messages, style)}`];
  lines.push(...smallPrint(passage, indent, style));
  const { text, highlight, words } = shownAnswer(passage);
  lines.push(
    renderText(text, style, indent, { emphasised: passage.isMarked ? [highlight] : [], kind: passage.passage.kind }),
  );
  if (passage.isMarked && !style.isColored && words.trim() !== text.trim()) {
    lines.push(renderText(`${messages.answer.answeringSentence}: »${words.trim()}«`, style, indent));
  }
  const { alsoIn, similarIn } = passage;
  if (alsoIn.length > 0) lines.push(indent + style.faint(messages.answer.alsoIn(alsoIn.map(sanitize))));
  if (similarIn.length > 0) lines.push(indent + style.faint(messages.answer.similarIn(similarIn.map(sanitize))));
  return lines;
}

function closest(passage: CitedPassage, number: number, messages: Messages, style: Style): string[] {
  return [
    `[${number}] ${renderCitation(passage, messages, style)}`,
    renderText(shorten(shownAnswer(passage).words, snippetChars), style, indent),
  ];
}

/** A passage as it is shown, and the sentence in it that answers. */
function shownAnswer({ file, text, passage, highlight }: CitedPassage) {
  const shown = shownText({ file, kind: passage.kind, text, start: passage.range.start });
  const { start, end } = shown.place(highlight);
  const words = shown.text.slice(start, end).trimEnd();
  return { text: shown.text, highlight: { start, end: start + words.length }, words };
}
