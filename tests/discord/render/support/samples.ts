import type { Abstained, Answered, CitedPassage } from "../../../../src/answering/answer.ts";
import { fingerprintOf } from "../../../../src/answering/citing/fingerprint.ts";
import type { LookedUp } from "../../../../src/answering/service.ts";
import type { DocumentMetadata, Passage, TextRange } from "../../../../src/documents/document.ts";

/** Somebody, as Discord knows them. */
export const asker = "123456789012345678";

const start = 100;

/** What a sample differs in. */
export interface SampleOptions extends Partial<Omit<CitedPassage, "metadata" | "passage" | "highlight">> {
  readonly metadata?: Partial<DocumentMetadata>;
  readonly passage?: Partial<Passage>;
  /** The sentence that answers, from 0. */
  readonly answeringSentence?: number;
}

/** A passage of a document, each sentence a range of its own that ends behind a full stop and a blank. */
export function sampleOf(text: string, options: SampleOptions = {}): CitedPassage {
  const { metadata, passage, answeringSentence = 0, ...others } = options;
  const key = metadata?.key ?? "turm";
  const sentences = sentencesOf(text);
  const paragraph = passage?.paragraph ?? 7;
  return {
    citation: `${key}:${paragraph}`,
    fingerprint: fingerprintOf(text),
    file: `${key}.txt`,
    metadata: { key, title: `Titel von ${key}`, titleSource: "stated", language: "de", ...metadata },
    passage: {
      documentKey: key,
      paragraph,
      kind: "text",
      range: { start, end: start + text.length },
      bytes: { start, end: start + text.length },
      sentences,
      headingPath: [],
      context: { headings: [], leadIns: [] },
      ...passage,
    },
    text,
    around: { leadIns: [] },
    highlight: sentences[answeringSentence] ?? { start, end: start },
    isMarked: true,
    score: 1,
    signals: [],
    alsoIn: [],
    similarIn: [],
    ...others,
  };
}

function sentencesOf(text: string): TextRange[] {
  const ends = [...text.matchAll(/\. |$/gu)].map(({ 0: mark, index }) => start + index + mark.length);
  return ends.map((end, index) => ({ start: ends[index - 1] ?? start, end })).filter(({ start, end }) => start < end);
}

/** A passage as it is looked up. */
export function lookedUp(
  text: string,
  options: SampleOptions & Partial<Omit<LookedUp, "metadata" | "passage">> = {},
): LookedUp {
  const { citation, fingerprint, file, metadata, passage, around } = sampleOf(text, options);
  const { state = "same", before = [], after = [], lines, link, readerLink, standing } = options;
  return {
    ...{ citation, fingerprint, file, metadata, passage, text, around, state, before, after },
    document: {
      file,
      fileSha256: "0123456789abcdef".repeat(4),
      textSha256: "b".repeat(64),
      parser: { name: "p", version: 1 },
      isPlainText: true,
    },
    ...(lines === undefined ? {} : { lines }),
    ...(link === undefined ? {} : { link }),
    ...(readerLink === undefined ? {} : { readerLink }),
    ...(standing === undefined ? {} : { standing }),
  };
}

const asked = {
  question: "Wann fiel der Turm?",
  language: "de",
  confidence: 0.5,
  lookedFor: [],
  missing: [],
  findings: [],
  saysDifferentThings: false,
  undatedLeftOut: 0,
} as const;

export function answered(passages: readonly CitedPassage[], options: Partial<Answered> = {}): Answered {
  return { ...asked, kind: "answered", certainty: "sure", passages, worthShowing: passages.length, ...options };
}

export function abstained(passages: readonly CitedPassage[], options: Partial<Abstained> = {}): Abstained {
  return {
    ...asked,
    kind: "abstained",
    certainty: "none",
    reason: "weak",
    passages,
    worthShowing: 0,
    ...options,
  };
}
