import { candidateLimit } from "../../../../src/answering/ask.ts";
import { distinctHits } from "../../../../src/answering/choosing/near-duplicates.ts";
import type { Judgment } from "../../../../src/evaluation/judgments.ts";
import { search } from "../../../../src/search/search.ts";
import { type OpenCollection, openCollection, readForEvaluation, readJudgments } from "../../evaluation-setup.ts";
import type { JudgedSet, SetKind } from "../answering/sets.ts";
import type { Tuned } from "./knobs.ts";

/** So many passages are shown at most. */
const shown = 10;

/** A question that something answers, with what is left out together when settings are chosen without it. */
export interface PreparedQuestion {
  readonly kind: SetKind;
  /** Its set, and its language where a set has several. */
  readonly group: string;
  /** A whole collection; of the collections that settings were always tuned on, a document. */
  readonly fold: string;
  readonly judgment: Judgment;
  /** Numbers of the passages that answer it. */
  readonly gold: ReadonlySet<number>;
}

/** The answerable questions of one folder of documents. */
export interface PreparedSet {
  readonly collection: OpenCollection;
  readonly questions: readonly PreparedQuestion[];
}

/**
 * @param every of XQuAD's questions, so manyeth are taken
 * @param sectionChars paragraphs of one section are one passage up to so many characters
 */
export async function prepareSets(
  sets: readonly JudgedSet[],
  every: number,
  sectionChars: number,
): Promise<PreparedSet[]> {
  const prepared: PreparedSet[] = [];
  const opened = new Map<string, OpenCollection>();
  for (const set of sets) {
    const collection =
      opened.get(set.documents) ?? openCollection(await readForEvaluation(set.documents, [], undefined, sectionChars));
    opened.set(set.documents, collection);
    const answerable = readJudgments(set.judgments).filter(({ answerable }) => answerable);
    const asked = set.kind === "xquad" ? everyNth(answerable, every) : answerable;
    const passages = passagesOf(collection, set.kind === "xquad");
    prepared.push({
      collection,
      questions: asked.map((judgment): PreparedQuestion => {
        const isGold = ({ file, text }: { file: string; text: string }): boolean =>
          judgment.gold.some(({ doc, contains }) => doc === file && text.includes(squashed(contains)));
        return {
          kind: set.kind,
          group: set.kind === "real" ? set.name : `${set.name}, ${judgment.lang}`,
          fold: set.kind === "real" ? set.name : `${set.kind} ${judgment.gold[0]?.doc ?? ""}`,
          judgment,
          gold: new Set(passages.flatMap((passage, id) => (isGold(passage) ? [id] : []))),
        };
      }),
    });
  }
  return prepared;
}

/** Of each language so manyeth question, for questions may come by turns in two. */
function everyNth(judgments: readonly Judgment[], every: number): Judgment[] {
  const seen = new Map<string, number>();
  return judgments.filter(({ lang }) => {
    const before = seen.get(lang) ?? 0;
    seen.set(lang, before + 1);
    return before % every === 0;
  });
}

/** By the numbers of the passages. @param asParagraphs whether a passage counts with all of its paragraph */
function passagesOf({ documents }: OpenCollection, asParagraphs: boolean): { file: string; text: string }[] {
  return documents.flatMap(({ document, passages }) =>
    passages.map((passage) => {
      const paragraph = asParagraphs && document.paragraphs.find(({ number }) => number === passage.paragraph)?.range;
      const { start, end } = paragraph || passage.range;
      return { file: document.file, text: squashed(document.canonicalText.slice(start, end)) };
    }),
  );
}

/** What came out for every question. */
export interface Places {
  /** The place of the right passage, from 0; -1 where it is not among the first ten. */
  readonly positions: Int16Array;
  /** How many characters the first passage has. */
  readonly firstChars: Int32Array;
}

export async function placesWith(sets: readonly PreparedSet[], { settings, signals }: Tuned): Promise<Places> {
  const positions: number[] = [];
  const firstChars: number[] = [];
  for (const { collection, questions } of sets) {
    const index = collection.withSettings(settings);
    for (const { judgment, gold } of questions) {
      const query = await index.prepare(judgment.question, judgment.lang);
      const { hits } = await search(index, query, { limit: candidateLimit, signals });
      const first = distinctHits(
        hits.filter(({ score }) => score > 0),
        shown,
        index.isFigure,
      );
      positions.push(first.findIndex(({ hit, duplicates }) => [hit, ...duplicates].some(({ id }) => gold.has(id))));
      const [best] = await index.fetch(first.slice(0, 1).map(({ hit }) => hit.id));
      firstChars.push(best?.text.length ?? 0);
    }
  }
  return { positions: Int16Array.from(positions), firstChars: Int32Array.from(firstChars) };
}

function squashed(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
