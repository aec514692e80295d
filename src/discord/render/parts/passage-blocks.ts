import type { CitedPassage } from "../../../answering/answer.ts";
import { voicesOf } from "../../../answering/choosing/several-sources.ts";
import type { Messages } from "../../../locales/messages.ts";
import { messageTextChars } from "../../limits.ts";
import { cutLine, ellipsis } from "../text/cut.ts";
import { shareOut } from "./budget.ts";
import { type Block, separator, text } from "./layout.ts";
import { quotableOf, renderQuote } from "./quote.ts";
import { smallPrint } from "./small-print.ts";
import { citationCode, lastPlaceLine, linked, shortSourceLine, standingLines } from "./source-line.ts";

/** As much as a phone shows without scrolling, including what is above; the rest of a passage is in its context. */
const onlyQuoteChars = 460;
const leastOnlyQuoteChars = 260;
/** Of each, where several are shown. */
const oneOfSeveralQuoteChars = 260;
/** A shorter quote would be meaningless. */
const leastQuoteChars = 40;
const elsewhereChars = 160;

export type Marks = "none" | "first" | "voices";

interface PassageText {
  readonly cited: CitedPassage;
  readonly head: string;
  readonly foot: string;
}

/**
 * Passages, each with its source in small print below; the title of a document once.
 * @param firstNumber the number of the first passage, from 1; shown where there are several
 * @param aboveChars how many characters stand above, and `usedChars` in all of the message but the passages
 * @param marks in which of them the sentence that answers is set in bold: the first is the answer, unless several say
 *   different things and stand side by side
 */
export function passageBlocks(
  passages: readonly CitedPassage[],
  {
    firstNumber,
    aboveChars,
    usedChars,
    marks,
    m,
  }: { firstNumber: number; aboveChars: number; usedChars: number; marks: Marks; m: Messages },
): Block[] {
  const isOne = passages.length === 1;
  const texts = passages.map((cited, index): PassageText => {
    const isTitled = passages.slice(0, index).every(({ metadata }) => metadata.key !== cited.metadata.key);
    const number = isOne ? "" : `${firstNumber + index} · `;
    const lines = [`-# ${number}${foot(cited, isTitled, m)}`, ...standingLines(cited, m.answer)];
    return { cited, head: smallPrint(cited).join("\n"), foot: lines.join("\n") };
  });
  const fixed = texts.reduce((sum, { head, foot }) => sum + head.length + foot.length + 2, 0);
  const shares = shareOut(
    messageTextChars - usedChars - fixed,
    texts.map(() => (isOne ? Math.max(leastOnlyQuoteChars, onlyQuoteChars - aboveChars) : oneOfSeveralQuoteChars)),
  );
  const marked = marks === "voices" ? voicesOf(passages) : marks === "first" ? passages.slice(0, 1) : [];
  return texts.flatMap(({ cited, head, foot }, index) => {
    const room = shares[index] ?? 0;
    if (room < leastQuoteChars) return [];
    const quote = quoteOf(cited, room, marked.includes(cited));
    return [...(index === 0 ? [] : [separator()]), text([...(head === "" ? [] : [head]), quote, foot].join("\n"))];
  });
}

/** The sentence that is nearest to the question stays where room is short, set in bold or not. */
function quoteOf(cited: CitedPassage, maxChars: number, isMarked: boolean): string {
  return renderQuote(quotableOf(cited, cited.highlight, isMarked && cited.isMarked), maxChars);
}

function foot(cited: CitedPassage, isTitled: boolean, { answer }: Messages): string {
  const place = lastPlaceLine(cited, answer);
  const elsewhere = (citations: readonly string[], say: (citations: readonly string[]) => string): string[] =>
    citations.length === 0 ? [] : [cutLine(say(fewOf(citations)), 2 * elsewhereChars)];
  return [
    ...(isTitled ? [shortSourceLine(cited.metadata, answer, cited.readerLink)] : []),
    isTitled ? place : linked(place, cited.readerLink),
    citationCode(cited),
    ...elsewhere(cited.alsoIn, answer.alsoIn),
    ...elsewhere(cited.similarIn, answer.similarIn),
  ].join(" · ");
}

/** As many citations as there is room for, each whole. */
function fewOf(citations: readonly string[]): readonly string[] {
  let chars = 0;
  const shown = citations.filter((citation) => {
    chars += citation.length + 2;
    return chars <= elsewhereChars;
  });
  return shown.length === citations.length ? shown : [...shown, ellipsis];
}
