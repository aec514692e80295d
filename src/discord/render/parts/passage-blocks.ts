import type { CitedPassage } from "../../../answering/answer.ts";
import { voicesOf } from "../../../answering/choosing/several-sources.ts";
import { sentenceLink } from "../../../answering/linking/sentence-link.ts";
import type { Messages } from "../../../locales/messages.ts";
import { citeId, contextId } from "../../custom-ids/ids.ts";
import { messageTextChars } from "../../limits.ts";
import { cutLine, ellipsis } from "../text/cut.ts";
import { type Block, button, rows, section, separator, sourceButtons, text } from "./blocks.ts";
import { shareOut } from "./budget.ts";
import { quotableOf, renderQuote } from "./quote.ts";
import { smallPrint } from "./small-print.ts";
import { citationCode, referenceOf, sourceLine, wholePlaceLine } from "./source-line.ts";

const bestQuoteChars = 1800;
const otherQuoteChars = 480;
/** Of each, where several say different things. */
const sideBySideQuoteChars = 950;
/** A quote with less room than this says nothing. */
const leastQuoteChars = 40;
const alsoInChars = 160;

export type Marks = "none" | "first" | "voices";

interface PassageText {
  readonly cited: CitedPassage;
  readonly head: string;
  readonly foot: string;
}

/**
 * Passages with their sources, the first of them with its buttons in a row.
 * @param firstNumber the number of the first passage, from 1
 * @param usedChars how many characters the rest of the message takes
 * @param marks in which of them the sentence that answers is set in bold: the first is the answer, unless several say
 *   different things and stand side by side
 */
export function passageBlocks(
  passages: readonly CitedPassage[],
  { firstNumber, usedChars, marks, m }: { firstNumber: number; usedChars: number; marks: Marks; m: Messages },
): Block[] {
  const texts = passages.map(
    (cited, index): PassageText => ({
      cited,
      head: [`${firstNumber + index} · ${sourceLine(cited.metadata, m.answer)}`, ...smallPrint(cited)].join("\n"),
      foot: foot(cited, m),
    }),
  );
  const fixed = texts.reduce((sum, { head, foot }) => sum + head.length + foot.length + 2, 0);
  const shares = shareOut(
    messageTextChars - usedChars - fixed,
    texts.map((_, index) =>
      marks === "voices" ? sideBySideQuoteChars : index === 0 ? bestQuoteChars : otherQuoteChars,
    ),
  );
  const marked = marks === "voices" ? voicesOf(passages) : marks === "first" ? passages.slice(0, 1) : [];
  return texts.flatMap((passage, index) => {
    const room = shares[index] ?? 0;
    if (room < leastQuoteChars) return [];
    const content = `${passage.head}\n${quoteOf(passage.cited, room, marked.includes(passage.cited))}\n${passage.foot}`;
    return [
      separator(),
      ...(index === 0 ? withButtons(content, passage.cited, m) : [beside(content, passage.cited, m)]),
    ];
  });
}

function quoteOf(cited: CitedPassage, maxChars: number, isMarked: boolean): string {
  return renderQuote(quotableOf(cited, isMarked ? cited.highlight : undefined), maxChars);
}

function foot(cited: CitedPassage, { answer }: Messages): string {
  const alsoIn = cited.alsoIn.length === 0 ? "" : ` · ${cutLine(answer.alsoIn(fewOf(cited.alsoIn)), 2 * alsoInChars)}`;
  return `-# ${wholePlaceLine(cited.passage, answer)} · ${citationCode(cited)}${alsoIn}`;
}

/** As many citations as there is room for, each whole. */
function fewOf(citations: readonly string[]): readonly string[] {
  let chars = 0;
  const shown = citations.filter((citation) => {
    chars += citation.length + 2;
    return chars <= alsoInChars;
  });
  return shown.length === citations.length ? shown : [...shown, ellipsis];
}

function withButtons(content: string, cited: CitedPassage, { discord }: Messages): Block[] {
  const reference = referenceOf(cited);
  return [
    text(content),
    ...rows([
      button(contextId.encode({ reference }), discord.buttons.context),
      button(citeId.encode({ reference }), discord.buttons.cite),
      ...sourceButtons([cited.readerLink, sentenceLink(cited), cited.metadata.url], discord.buttons.openSource),
    ]),
  ];
}

function beside(content: string, cited: CitedPassage, { discord }: Messages): Block {
  return section(content, button(contextId.encode({ reference: referenceOf(cited) }), discord.buttons.context));
}
