import type { IndexedDocument } from "../index/passage-table.ts";
import type { Retrieved } from "../passage-index.ts";
import { bestFirst } from "../ranking/in-order.ts";
import type { Hit } from "../ranking/rank.ts";
import type { AskedEdition } from "./asked-edition.ts";
import type { Editions } from "./editions.ts";

/** An edition that meets less of what another one meets of the question does not answer in its place. */
const answersShare = 0.75;
/** What is left of a score. */
const asideShare = 0.1;
/** How it is named among the signals. */
export const editionSignal = "edition";

/** What is needed to tell hits of several editions apart. */
export interface EditionContext {
  readonly asked: AskedEdition;
  readonly retrieved: Retrieved;
  readonly editions: Editions;
  readonly documentAt: (number: number) => IndexedDocument;
}

/**
 * Sets aside what is not of the edition that a question asks for: what is no longer, or not yet, in force; what is, where
 * the old edition is asked for; what was not, at the time that is asked for. Only where a hit of the right edition meets
 * about as much of the question: else the other edition is what there is.
 */
export function setAside(hits: readonly Hit[], context: EditionContext): readonly Hit[] {
  const { asked, editions, documentAt } = context;
  if (editions.isEmpty) return hits;
  const right = new Set(hits.filter((hit) => isOfEdition(hit, asked, context)));
  if (right.size === 0 || right.size === hits.length) return hits;
  const answering = [...right].map((hit) => ({
    hit,
    document: documentAt(hit.document),
    coverage: coverageOf(hit, context),
  }));
  const judged = hits.map((hit): Hit => {
    if (right.has(hit)) return hit;
    const document = documentAt(hit.document);
    const least = answersShare * coverageOf(hit, context);
    const standing = editions.standingOf(document, hit.range);
    const isChained = asked.kind !== "current" || standing?.replacedBy.some(({ key }) => key !== undefined) === true;
    const isAnswered = answering.some(
      (other) =>
        other.coverage > 0 &&
        other.coverage >= least &&
        (!isChained || other.document === document || editions.areOfOneChain(document, other.document)),
    );
    return isAnswered ? aside(hit) : hit;
  });
  return [...judged].sort(bestFirst(documentAt));
}

function aside(hit: Hit): Hit {
  const weight = -(1 - asideShare) * hit.score;
  return {
    ...hit,
    isSetAside: true,
    score: hit.score + weight,
    signals: [...hit.signals, { name: editionSignal, weight, value: 1 }],
  };
}

function isOfEdition(hit: Hit, asked: AskedEdition, { editions, documentAt }: EditionContext): boolean {
  const document = documentAt(hit.document);
  const standing = editions.standingOf(document, hit.range);
  switch (asked.kind) {
    case "named":
      return true;
    case "current":
      return standing === undefined;
    case "former":
      return standing?.kind === "former";
    case "time":
      // A question that names the year of an edition means that edition, whenever it came into force.
      return isCalled(document, asked.span.from.slice(0, 4)) || editions.holdsIn(document, asked.span);
  }
}

function isCalled({ metadata }: IndexedDocument, year: string): boolean {
  return metadata.title.includes(year);
}

/** How much of what the question asks for a passage has. */
function coverageOf({ evidence }: Hit, { retrieved }: EditionContext): number {
  return retrieved.informativeness.reduce((sum, weight, concept) => sum + weight * (evidence.met[concept] ?? 0), 0);
}
