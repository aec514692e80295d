import { formatDate, formatNumber } from "../dates.ts";
import type { AnswerMessages } from "../messages.ts";
import { finding } from "./findings.ts";

export const answer: AnswerMessages = {
  uncertain: "Uncertain: the answer may not be in it.",
  doubts: (findings) => `What speaks against it: ${findings.join("; ")}`,
  finding,
  abstained: "The documents hold no answer to this.",
  reasons: {
    "nothing-to-look-for": "The question has no word that could be looked for.",
    "not-found": "Words that matter in the question stand in no document.",
    "never-together": "The words of the question do occur, but nowhere enough of them in one paragraph.",
    weak: "What was found does not amount to an answer.",
    "no-documents": "The selection leaves no document.",
    help: "Ask me a question, and I show the passages of the documents that answer it, word for word and with their source.",
    thanks: "You are welcome.",
    greeting: "Hello! Ask me a question about the documents.",
    remark: "That is no question to the documents.",
  },
  lookedFor: "Looked for",
  found: "found",
  notFound: "found nowhere",
  elsewhere: "only elsewhere",
  takenFor: (word, correctedTo) => `${word} (as “${correctedTo}”)`,
  closest: "What came closest",
  answeringSentence: "The sentence",
  paragraph: ({ paragraph, lastParagraph, part = "" }) =>
    lastParagraph === undefined ? `paragraph ${paragraph}${part}` : `paragraphs ${paragraph}–${lastParagraph}`,
  page: (page, unit, lastPage) => (lastPage === undefined ? `${unit} ${page}` : `${unit}s ${page}–${lastPage}`),
  recognised: "recognised in a picture, may have errors",
  standing: ({ kind, day, since, replacedBy }) => {
    if (kind === "coming") return `not yet in force${day === undefined ? "" : `, from ${formatDate(day, "en")}`}`;
    const ended =
      since !== undefined
        ? ` since ${formatDate(since, "en")}`
        : day !== undefined
          ? ` (until ${formatDate(day, "en")})`
          : "";
    const titles = replacedBy.map(({ title, key }) => (key === undefined ? title : `${title} (${key})`)).join(", ");
    return `no longer in force${ended}${titles === "" ? "" : `, replaced by: ${titles}`}`;
  },
  editionsLeftOut: (passages) =>
    passages === 1
      ? "One passage of another edition is left out; ask for the “old version” or a year to see it."
      : `${formatNumber(passages, "en")} passages of other editions are left out; ask for the “old version” or a year to see them.`,
  caption: "caption",
  table: "table",
  code: "code",
  undated: "undated",
  modelVerdict: {
    yes: "A language model read along: the passage states the answer.",
    partly: "A language model read along: the passage states a part of the answer.",
    no: "A language model read along: the passage does not state the answer.",
  },
  alsoIn: (citations) => `Also in ${citations.join(", ")}`,
  similarIn: (citations) => `Much the same in ${citations.join(", ")}`,
  saysDifferentThings: "The documents say different things, newest first.",
  undatedLeftOut: (documents) =>
    documents === 1
      ? "One undated document was left out."
      : `${formatNumber(documents, "en")} undated documents were left out.`,
  published: (published) => formatDate(published, "en"),
};
