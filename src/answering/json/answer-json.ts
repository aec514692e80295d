import { defined } from "../../defined.ts";
import type { Answer, CitedPassage } from "../answer.ts";
import { sentenceLink } from "../linking/sentence-link.ts";
import { standingJson } from "./standing-json.ts";

/**
 * An answer as one line of JSON, for other programs: `text` is the quote word for word as the document has it, a Markdown
 * file's markup included, and ranges are offsets into its canonical text. `anchor` is the place in a page near the quote,
 * `link` opens the document's page there, where its address is known. `answers` has one for each question where a message
 * asks several; `passages` are theirs in turn.
 */
export function renderAnswerJson(answer: Answer): string {
  return JSON.stringify(answerJson(answer));
}

function answerJson(answer: Answer): object {
  return {
    question: answer.question,
    language: answer.language,
    answered: answer.kind === "answered",
    certainty: answer.certainty,
    confidence: answer.confidence,
    ...(answer.kind === "abstained" ? { reason: answer.reason } : {}),
    lookedFor: answer.lookedFor.map(({ word }) => word),
    missing: answer.missing,
    ...defined({ modelVerdict: answer.modelVerdict, editionsLeftOut: answer.editionsLeftOut }),
    passages: answer.passages.map(passageJson),
    ...(answer.parts === undefined ? {} : { answers: answer.parts.map(answerJson) }),
  };
}

function passageJson(cited: CitedPassage): object {
  const { citation, fingerprint, file, metadata, passage, text, around, highlight, score, alsoIn, similarIn } = cited;
  const link = sentenceLink(cited);
  return {
    citation,
    fingerprint,
    document: file,
    paragraph: passage.paragraph,
    ...defined({ lastParagraph: passage.lastParagraph }),
    start: passage.range.start,
    end: passage.range.end,
    text,
    highlight: [highlight.start, highlight.end],
    score,
    ...(passage.headingPath.length === 0 ? {} : { section: passage.headingPath.join(" › ") }),
    ...(around.leadIns.length === 0 ? {} : { leadIns: around.leadIns }),
    ...defined({
      tableHead: around.tableHead,
      questionAbove: around.question,
      page: passage.page,
      lastPage: passage.lastPage,
    }),
    ...(passage.isRecognised === true ? { recognised: true } : {}),
    ...standingJson(cited),
    ...defined({ anchor: passage.anchor }),
    title: metadata.title,
    ...(metadata.published === undefined ? {} : { date: metadata.published.stated }),
    ...defined({ link, readerLink: cited.readerLink }),
    ...(alsoIn.length === 0 ? {} : { alsoIn }),
    ...(similarIn.length === 0 ? {} : { similarIn }),
  };
}
