import { languages } from "../../analysis/languages.ts";
import type { TextRange } from "../../documents/document.ts";
import type { Concept, Query } from "../query/concept.ts";

/** A period of time, both days inclusive, in ISO form. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

/**
 * Which edition a question asks for: what is in force today, what no longer is, what was at some time, or one that it
 * names by itself.
 */
export type AskedEdition =
  | { readonly kind: "current" | "former" | "named" }
  | { readonly kind: "time"; readonly span: Span };

const rules = languages.flatMap(({ questions }) => (questions === undefined ? [] : [questions.subjects.editions]));
/** Names a year, a day or a version. */
const named = new RegExp(
  `(?<!\\p{L})v?\\d+(?:\\.\\d+)+|(?:1[89]|20)\\d\\d|(?<!\\p{L})(?:${rules.map(({ nouns }) => nouns).join("|")})\\s+\\p{N}`,
  "iu",
);

/** The words with which a question says that it means an edition no longer in force: "in der alten Fassung", "früher". */
export function formerEditionsIn(question: string): readonly TextRange[] {
  const patterns = rules.flatMap(({ formerEdition, formerTime }) => [formerEdition, formerTime]);
  return patterns.flatMap((pattern) => {
    const found = pattern.exec(question);
    return found === null ? [] : [{ start: found.index, end: found.index + found[0].length }];
  });
}

/** A question without the years and days that it names. */
export function withoutTime(query: Query): Query {
  const times = query.concepts.filter((concept) => timeOf(concept) !== undefined);
  const isOfTime = ({ start, end }: TextRange): boolean => times.some((time) => start < time.end && end > time.start);
  let text = query.text;
  for (const { start, end } of times) text = text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
  return {
    ...query,
    text,
    concepts: query.concepts.filter((concept) => !isOfTime(concept)),
    constraints: query.constraints.filter((constraint) => constraint.kind === "title" || !isOfTime(constraint)),
  };
}

function timeOf({ isNumber, alternatives }: Concept): Span | undefined {
  return isNumber ? spanOf(alternatives[0]?.term ?? "") : undefined;
}

export function askedEdition({ text, concepts }: Query): AskedEdition {
  const [span] = concepts.flatMap((concept) => timeOf(concept) ?? []);
  if (span !== undefined) return { kind: "time", span };
  const isFormer = rules.some(
    ({ formerEdition, formerTime, noLongerInForce }) =>
      formerEdition.test(text) || formerTime.test(text) || noLongerInForce.test(text),
  );
  if (isFormer) return { kind: "former" };
  return { kind: named.test(text) ? "named" : "current" };
}

/** @param term a year, or a day in ISO form */
export function spanOf(term: string): Span | undefined {
  if (/^(?:19|20)\d\d$/.test(term)) return { from: `${term}-01-01`, until: `${term}-12-31` };
  return /^\d{4}-\d\d-\d\d$/.test(term) ? { from: term, until: term } : undefined;
}
