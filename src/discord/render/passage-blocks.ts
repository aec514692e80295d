import type { CitedPassage } from "../../answering/answer.ts";
import type { Messages } from "../../locales/messages.ts";
import { citeId, contextId } from "../components/ids.ts";
import { messageTextChars } from "../limits.ts";
import { type Block, button, linkButtons, rows, section, separator, text } from "./blocks.ts";
import { shareOut } from "./budget.ts";
import { cutLine } from "./cut.ts";
import { renderQuote } from "./quote.ts";
import { citationCode, placeLine, referenceOf, sourceLine } from "./source-line.ts";

const bestQuoteChars = 1800;
const otherQuoteChars = 480;
/** A quote with less room than this says nothing. */
const leastQuoteChars = 40;
const alsoInChars = 160;

interface PassageText {
  readonly cited: CitedPassage;
  readonly head: string;
  readonly foot: string;
}

/**
 * Passages with their sources, the first of them with its buttons in a row.
 * @param firstNumber the number of the first passage, from 1
 * @param usedChars how many characters the rest of the message takes
 * @param isMarked whether the sentence that answers is set in bold: in the first passage, for it alone is the answer
 */
export function passageBlocks(
  passages: readonly CitedPassage[],
  { firstNumber, usedChars, isMarked, m }: { firstNumber: number; usedChars: number; isMarked: boolean; m: Messages },
): Block[] {
  const texts = passages.map(
    (cited, index): PassageText => ({
      cited,
      head: `${firstNumber + index} · ${sourceLine(cited.metadata, m.answer)}`,
      foot: foot(cited, m),
    }),
  );
  const fixed = texts.reduce((sum, { head, foot }) => sum + head.length + foot.length + 2, 0);
  const shares = shareOut(
    messageTextChars - usedChars - fixed,
    texts.map((_, index) => (index === 0 ? bestQuoteChars : otherQuoteChars)),
  );
  return texts.flatMap((passage, index) => {
    const room = shares[index] ?? 0;
    if (room < leastQuoteChars) return [];
    const content = `${passage.head}\n${quoteOf(passage.cited, room, isMarked && index === 0)}\n${passage.foot}`;
    return [
      separator(),
      ...(index === 0 ? withButtons(content, passage.cited, m) : [beside(content, passage.cited, m)]),
    ];
  });
}

function quoteOf({ text, passage, highlight }: CitedPassage, maxChars: number, isMarked: boolean): string {
  return renderQuote(
    { text, offset: passage.range.start, sentences: passage.sentences, ...(isMarked ? { highlight } : {}) },
    maxChars,
  );
}

function foot(cited: CitedPassage, { answer }: Messages): string {
  const alsoIn = cited.alsoIn.length === 0 ? "" : ` · ${cutLine(answer.alsoIn(cited.alsoIn), alsoInChars)}`;
  return `-# ${placeLine(cited.passage, answer)} · ${citationCode(cited)}${alsoIn}`;
}

function withButtons(content: string, cited: CitedPassage, { discord }: Messages): Block[] {
  const reference = referenceOf(cited);
  return [
    text(content),
    ...rows([
      button(contextId.encode({ reference }), discord.buttons.context),
      button(citeId.encode({ reference }), discord.buttons.cite),
      ...linkButtons(cited.metadata.url, discord.buttons.openSource),
    ]),
  ];
}

function beside(content: string, cited: CitedPassage, { discord }: Messages): Block {
  return section(content, button(contextId.encode({ reference: referenceOf(cited) }), discord.buttons.context));
}
