import type { Answer, CitedPassage } from "../answering/answer.ts";
import type { JudgedAnswer } from "../answering/ask.ts";
import type { ConfidenceFeatures } from "../answering/judging/features.ts";
import type { Judgment } from "./judgments.ts";

/** What counts as one result: a passage, or a paragraph, whose passages then count once. */
export type JudgedUnit = "passage" | "paragraph";

/** What was asked and what came out. */
export interface Outcome<Features = ConfidenceFeatures> {
  readonly judgment: Judgment;
  /** From 0; -1 where no right passage is among the results. */
  readonly position: number;
  readonly certainty: Answer["certainty"];
  readonly confidence: number;
  readonly features: Features;
  /** What the first passages were judged by, in their order. */
  readonly judgements: JudgedAnswer["judgements"];
  /** Whether the marked sentence holds the answer's words, where the first result is right and the answer is a span of it. */
  readonly isSentenceRight: boolean | undefined;
  readonly answer: Answer;
}

/** Answers a question with at least ten passages. */
export type Ask<Features = JudgedAnswer["features"]> = (question: string) => Promise<{
  readonly answer: Answer;
  readonly features: Features;
  readonly judgements: JudgedAnswer["judgements"];
}>;

/** The text of a citation's whole paragraph. */
export type ParagraphText = (file: string, paragraph: number) => string;

export async function runJudgments<Features>(
  judgments: readonly Judgment[],
  ask: Ask<Features>,
  unit: JudgedUnit,
  paragraphText: ParagraphText,
  textOfCitation: (citation: string) => { file: string; text: string } | undefined,
): Promise<Outcome<Features>[]> {
  const outcomes: Outcome<Features>[] = [];
  for (const judgment of judgments) {
    const { answer, features, judgements } = await ask(judgment.question);
    const results = answer.passages.map((passage) => ({
      place: isWholeParagraph(passage, unit) ? `${passage.file}:${passage.passage.paragraph}` : passage.citation,
      texts: [
        {
          file: passage.file,
          text: isWholeParagraph(passage, unit) ? paragraphText(passage.file, passage.passage.paragraph) : passage.text,
        },
        ...[...passage.alsoIn, ...passage.similarIn].flatMap((citation) => textOfCitation(citation) ?? []),
      ],
    }));
    const distinct = results.filter(
      (result, index) => results.findIndex((other) => other.place === result.place) === index,
    );
    const position = distinct.findIndex(({ texts }) =>
      judgment.gold.some(({ doc, contains }) =>
        texts.some(({ file, text }) => file === doc && squashed(text).includes(squashed(contains))),
      ),
    );
    outcomes.push({
      judgment,
      position,
      certainty: answer.certainty,
      confidence: answer.confidence,
      features,
      judgements,
      isSentenceRight: position === 0 ? sentenceHolds(answer, judgment) : undefined,
      answer,
    });
  }
  return outcomes;
}

/** Whether its paragraph is counted instead; a passage of several paragraphs is counted itself. */
function isWholeParagraph({ passage }: CitedPassage, unit: JudgedUnit): boolean {
  return unit === "paragraph" && passage.lastParagraph === undefined;
}

/** Whether the sentence marked in the first passage holds the judged answer; undefined where that cannot be told. */
function sentenceHolds(answer: Answer, judgment: Judgment): boolean | undefined {
  const best = answer.passages[0];
  const expected = judgment.answer;
  if (best === undefined || expected === undefined || expected === null || !best.text.includes(expected))
    return undefined;
  const offset = best.passage.range.start;
  const sentence = best.text.slice(best.highlight.start - offset, best.highlight.end - offset);
  return sentence.includes(expected);
}

/** Line breaks and indentation are no part of what was judged. */
function squashed(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
