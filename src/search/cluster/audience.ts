import type { DocumentMetadata } from "../../documents/document.ts";
import type { DocumentFilter } from "../passage-index.ts";

/** In place of a server where a document is open to everybody. */
const everybody = "*";

/** Who may see a document: everybody, or some servers. */
export function audienceOf({ guilds }: Pick<DocumentMetadata, "guilds">): readonly string[] {
  return guilds === undefined ? [everybody] : [...new Set(guilds)].sort();
}

/** Conditions of the cluster's query language. */
export type Clause = Readonly<Record<string, unknown>>;

/** Which changes of a collection are whole. */
export interface WholeChanges {
  readonly revision: number;
  /** Earlier ones that never were. */
  readonly abandoned: readonly number[];
  /** Numbers of documents that are gone, though their passages are still there. */
  readonly removed: readonly number[];
}

/** What somebody may see of the whole index, which is what frequencies are counted over; absent: all of it. */
export function visibleTo(audience: DocumentFilter["audience"], { revision, abandoned }: WholeChanges): Clause[] {
  const whole: Clause[] = [
    { range: { revision: { lte: revision } } },
    ...(abandoned.length === 0 ? [] : [{ bool: { must_not: [{ terms: { revision: [...abandoned] } }] } }]),
  ];
  if (audience === undefined) return whole;
  const { guild } = audience;
  return [{ terms: { audience: guild === undefined ? [everybody] : [everybody, guild] } }, ...whole];
}

/** The passages of what somebody may see. */
export function passagesVisibleTo(audience: DocumentFilter["audience"], changes: WholeChanges): Clause[] {
  const { removed } = changes;
  return [
    ...visibleTo(audience, changes),
    ...(removed.length === 0 ? [] : [{ bool: { must_not: [{ terms: { document: [...removed] } }] } }]),
  ];
}

/** The same with everything else that a filter asks of passages. */
export function allowedBy(filter: DocumentFilter | undefined, changes: WholeChanges): Clause[] {
  const { audience, keys, from, until } = filter ?? {};
  return [
    ...passagesVisibleTo(audience, changes),
    ...(keys === undefined ? [] : [{ terms: { key: [...keys] } }]),
    // Undated passages have neither field.
    ...(from === undefined ? [] : [{ range: { until: { gte: from } } }]),
    ...(until === undefined ? [] : [{ range: { from: { lte: until } } }]),
  ];
}

/** A word for an audience, to keep things apart by. */
export function audienceKey(audience: DocumentFilter["audience"]): string {
  return audience === undefined ? "" : `${everybody}${audience.guild ?? ""}`;
}
