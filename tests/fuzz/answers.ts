import fc from "fast-check";
import type { CitedPassage } from "../../src/answering/answer.ts";
import { createFundstelle } from "../../src/answering/create-fundstelle.ts";
import { askPage } from "../../src/discord/actions/ask-page.ts";
import { toQuestion } from "../../src/discord/messages/text/question-text.ts";
import { renderAnswer } from "../../src/discord/render/answer-view.ts";
import { everything } from "../../src/discord/scope.ts";
import type { SourceDocument } from "../../src/documents/document.ts";
import { passagesOf } from "../../src/documents/passages/passages.ts";
import { createDocument } from "../../src/documents/read-document.ts";
import { AppError } from "../../src/errors.ts";
import { messagesFor } from "../../src/locales/choose-messages.ts";
import { documents, lexicon } from "../answering/island.ts";
import { refused } from "../discord/refused.ts";
import { indexed } from "../support/indexed.ts";
import { hostileText } from "./hostile.ts";

const file = "fremd.md";

/** A document, and a question of some of its words. */
interface HostileAnswer {
  readonly text: string;
  /** Where the part of the document begins that is asked for. */
  readonly from: number;
  readonly words: string;
  readonly isGerman: boolean;
}

export const hostileAnswer: fc.Arbitrary<HostileAnswer> = fc.record({
  text: hostileText,
  from: fc.nat({ max: 500 }),
  words: fc.constantFrom("Leuchtturm", "Wann wurde der Leuchtturm gebaut?", "und", "z. B.", "__proto__", "1.1"),
  isGerman: fc.boolean(),
});

const catalogue = {
  paged: () => Promise.reject(new AppError("file-unreadable", "There is no such file.", "None.")),
  open: () => Promise.reject(new AppError("file-unreadable", "There is no such file.", "None.")),
  lineEnds: () => Promise.reject(new AppError("file-unreadable", "There is no such file.", "None.")),
  reread: () => Promise.reject(new AppError("file-unreadable", "There is no such file.", "None.")),
};

/** Asks for what stands in a hostile document among harmless ones. @throws where a quote is wrong or Discord refuses it */
export async function checkAnswer({ text, from, words, isGerman }: HostileAnswer): Promise<void> {
  const language = isGerman ? "de" : "en";
  const document = await createDocument(Buffer.from(text), file, { key: "fremd", detectLanguage: () => language });
  const { index } = indexed([...documents, { document, passages: passagesOf(document), readWith: "" }], lexicon);
  const fundstelle = createFundstelle({ index: () => index, lexicon, catalogue });
  const question = toQuestion(`${words} ${text.slice(from, from + 80)}`);
  const asked = { question, previous: "", scope: everything, seen: { audience: {} }, offset: 0 };
  const page = await askPage(fundstelle, asked);
  for (const passage of page.passages) checkQuote(passage, document);
  const view = renderAnswer(page, {
    m: messagesFor(language),
    asker: "123456789012345678",
    scope: everything,
    previous: "",
    isPrivate: false,
    canShare: false,
    isClosest: false,
  });
  const [first] = refused(view);
  if (first !== undefined) throw new Error(`Discord refuses the answer: ${first.rule}: ${first.message}`);
}

function checkQuote({ text, highlight, passage, ...cited }: CitedPassage, { canonicalText }: SourceDocument): void {
  if (cited.file !== file) return;
  const { start, end } = passage.range;
  if (canonicalText.slice(start, end) !== text) throw new Error("A quote that is not in its document");
  if (highlight.start < start || highlight.end > end) throw new Error("A sentence outside of its passage");
}
