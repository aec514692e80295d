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

/** Names a year, a day or a version. */
const named =
  /(?<!\p{L})v?\d+(?:\.\d+)+|(?:1[89]|20)\d\d|(?<!\p{L})(?:version|ausgabe|auflage|edition|fassung|release)\s+\p{N}/iu;
/** Names editions by their age: of all documents only those that are editions have them. */
const formerEdition =
  /(?<!\p{L})(?:(?:in |laut |nach |gemäß |aus )?(?:der |die |den |dem |das |einer |eine )?(?:alte[nrsm]?|ältere[nrsm]?|frühere[nrsm]?|vorige[nrsm]?|vorherige[nrsm]?|damalige[nrsm]?|ehemalige[nrsm]?|bisherige[nrsm]?|aufgehobene[nrsm]?|überholte[nrsm]?) (?:fassung|version|ausgabe|auflage|regelung|bestimmung)(?:en)?|(?:in |under |according to |per )?(?:the |an? )?(?:old|older|previous|earlier|former|prior|outdated|superseded|repealed) (?:version|edition|wording|text|rules?|release)s?)(?!\p{L})/iu;
/** Says that something was so once. */
const formerTime =
  /(?<!\p{L})(?:früher|damals|ehemals|vormals|formerly|previously|back then|(?:alte[nrsm]?|frühere[nrsm]?|aufgehobene[nrsm]?|old|former|previous)(?= \p{L}*\s?(?:ordnung|satzung|richtlinien?|regelung|regeln|vertrag|verordnung|policy|rules|bylaws|statutes?|regulations?|terms)(?!\p{L})))(?!\p{L})/iu;
const formerWords =
  /(?<!\p{L})(?:nicht mehr (?:gilt|galt|gültig|in kraft)|außer kraft|aufgehobene[nrsm]?|used to|no longer (?:in force|valid)|repealed|superseded)(?!\p{L})/iu;

/** The words with which a question says that it means an edition no longer in force: "in der alten Fassung", "früher". */
export function formerEditionsIn(question: string): readonly TextRange[] {
  return [formerEdition, formerTime].flatMap((pattern) => {
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
  if ([formerEdition, formerTime, formerWords].some((pattern) => pattern.test(text))) return { kind: "former" };
  return { kind: named.test(text) ? "named" : "current" };
}

/** @param term a year, or a day in ISO form */
export function spanOf(term: string): Span | undefined {
  if (/^(?:19|20)\d\d$/.test(term)) return { from: `${term}-01-01`, until: `${term}-12-31` };
  return /^\d{4}-\d\d-\d\d$/.test(term) ? { from: term, until: term } : undefined;
}
