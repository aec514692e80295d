import { alternatives } from "../../analysis/languages.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";
import type { FetchedPassage, PassageIndex } from "../../search/passage-index.ts";
import type { Answer, CitedPassage } from "../answer.ts";
import { trimmed } from "../choosing/highlight.ts";
import { formatCitation } from "../citing/citation.ts";
import { fingerprintOf } from "../citing/fingerprint.ts";
import type { AskOptions } from "../service.ts";

/** Answers a question with passages, as `ask` does. */
export type AskPassages = (question: string, options: AskOptions) => Promise<Answer>;

/** How many documents are shown by default. */
const mostDocuments = 5;
/** How many passages are examined to find documents on a topic. */
const topicDepth = 60;
/** A document whose best passage has a smaller share of the best score is about something else. */
const speaksOfTopic = 0.5;
/** From this length on, a lead says something on its own. */
const leastLeadChars = 80;
/** Usual names of a page that introduces the others. */
const frontPage = new RegExp(
  `(?:^|/)(?:readme|index|_index|${alternatives(({ documents }) => documents?.frontPages)})`,
  "iu",
);

/**
 * What a collection is about: documents with the first passage of each that says something, front pages and long
 * documents first.
 * @param answer to the same question, taken where there is no document
 */
export async function collectionOverview(index: PassageIndex, answer: Answer, options: AskOptions): Promise<Answer> {
  const chosen = index
    .documents(options.filter)
    .map((document) => ({ document, passages: index.passagesOf(document.metadata.key).length }))
    .filter(({ passages }) => passages > 0)
    .sort(
      (a, b) =>
        Number(frontPage.test(b.document.file)) - Number(frontPage.test(a.document.file)) || b.passages - a.passages,
    )
    .slice(0, options.limit ?? mostDocuments);
  const passages: CitedPassage[] = [];
  for (const { document } of chosen) {
    const lead = await leadOf(index, document);
    if (lead !== undefined) passages.push(citedLead(lead));
  }
  if (passages.length === 0) return answer;
  const { kind: _kind, certainty: _certainty, ...base } = withoutReason(answer);
  // The documents themselves are what was asked for: nothing could be surer.
  return {
    ...base,
    kind: "answered",
    certainty: "sure",
    confidence: 1,
    lookedFor: [],
    missing: [],
    saysDifferentThings: false,
    passages,
  };
}

/**
 * The documents that speak of a topic, one passage of each: the lead of those whose title names the topic, else the
 * passage that says most of it.
 */
export async function topicOverview(
  index: PassageIndex,
  ask: AskPassages,
  { question, topic }: { readonly question: string; readonly topic: string },
  options: AskOptions,
): Promise<Answer> {
  const answer = await ask(topic, { ...options, limit: topicDepth });
  const best = answer.passages[0]?.score ?? 0;
  const seen = new Set<string>();
  const passages: CitedPassage[] = [];
  for (const passage of answer.passages) {
    if (passages.length === (options.limit ?? mostDocuments) || passage.score < speaksOfTopic * best) break;
    if (seen.has(passage.file)) continue;
    seen.add(passage.file);
    const document = index.documents(options.filter).find(({ file }) => file === passage.file);
    const lead =
      document !== undefined && isNamed(passage.metadata.title, topic) ? await leadOf(index, document) : undefined;
    passages.push(lead === undefined ? passage : citedLead(lead));
  }
  return { ...answer, question, passages, saysDifferentThings: false };
}

function withoutReason(answer: Answer): Answer {
  if (answer.kind === "answered") return answer;
  const { reason: _reason, kind: _kind, certainty: _certainty, ...base } = answer;
  return { ...base, kind: "answered", certainty: "uncertain" };
}

/** Whether a title has a word of the topic, inflected or in one with another. */
function isNamed(title: string, topic: string): boolean {
  const words = topic.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return words.some((word) => title.toLowerCase().includes(word.slice(0, Math.max(4, word.length - 2))));
}

async function leadOf(index: PassageIndex, document: IndexedDocument): Promise<FetchedPassage | undefined> {
  const first = await index.fetch(index.passagesOf(document.metadata.key).slice(0, 6));
  return first.find(({ passage, text }) => passage.kind === "text" && text.length >= leastLeadChars) ?? first[0];
}

function citedLead({ document, passage, text, around }: FetchedPassage): CitedPassage {
  return {
    citation: formatCitation(passage),
    fingerprint: fingerprintOf(text),
    file: document.file,
    metadata: document.metadata,
    passage,
    text,
    around,
    highlight: trimmed(text, passage.sentences[0] ?? passage.range, passage.range.start),
    isMarked: false,
    score: 0,
    signals: [],
    alsoIn: [],
    similarIn: [],
  };
}
