import type { Answer, CitedPassage } from "../answering/answer.ts";

/** An answer as one line of JSON, for other programs; ranges are offsets into the document's canonical text. */
export function renderAnswerJson(answer: Answer): string {
  return JSON.stringify({
    question: answer.question,
    language: answer.language,
    answered: answer.kind === "answered",
    certainty: answer.certainty,
    confidence: answer.confidence,
    ...(answer.kind === "abstained" ? { reason: answer.reason } : {}),
    lookedFor: answer.lookedFor.map(({ word }) => word),
    missing: answer.missing,
    passages: answer.passages.map(passageJson),
  });
}

function passageJson(cited: CitedPassage): object {
  const { citation, fingerprint, file, metadata, passage, text, highlight, score, alsoIn } = cited;
  return {
    citation,
    fingerprint,
    document: file,
    paragraph: passage.paragraph,
    start: passage.range.start,
    end: passage.range.end,
    text,
    highlight: [highlight.start, highlight.end],
    score,
    ...(passage.headingPath.length === 0 ? {} : { section: passage.headingPath.join(" › ") }),
    title: metadata.title,
    ...(metadata.published === undefined ? {} : { date: metadata.published.stated }),
    ...(alsoIn.length === 0 ? {} : { alsoIn }),
  };
}
