import { viewersOf } from "../../documents/audience.ts";
import type { DocumentMetadata } from "../../documents/document.ts";
import type { Audience, DocumentFilter } from "../passage-index.ts";

/** In place of a server where a document is open to everybody. */
const everybody = "*";
/** Before all that documents of servers' own collections are marked with. */
const own = "own ";

/**
 * Who may see a document, as marks: everybody, or whoever has one of these. A mark is a server, or a server with one of
 * the roles and one of the channels that are needed there.
 */
export function audienceOf(
  metadata: Pick<DocumentMetadata, "guilds" | "roles" | "channels" | "ofServer">,
): readonly string[] {
  const viewers = viewersOf(metadata);
  if (viewers === undefined) return [everybody];
  const { guilds, roles, channels, ofServer } = viewers;
  const marks = guilds.flatMap((guild) => marksOf(guild, roles ?? [""], channels ?? [""]));
  return [...new Set(ofServer === true ? marks.map((mark) => own + mark) : marks)].sort();
}

/** The marks that somebody has. */
function marksFor({ guild, roles = [], channels = [], hidesOwn = false }: Audience): readonly string[] {
  if (guild === undefined) return [everybody];
  const marks = marksOf(guild, ["", ...roles], ["", ...channels]);
  return [everybody, ...marks, ...(hidesOwn ? [] : marks.map((mark) => own + mark))];
}

/** @param roles "" for none that is needed */
function marksOf(guild: string, roles: readonly string[], channels: readonly string[]): string[] {
  return roles.flatMap((role) => channels.map((channel) => markOf(guild, role, channel)));
}

function markOf(guild: string, role: string, channel: string): string {
  return `${guild}${role === "" ? "" : ` r${role}`}${channel === "" ? "" : ` c${channel}`}`;
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
  return [{ terms: { audience: [...marksFor(audience)] } }, ...whole];
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
  const { audience, keys, from, until, ofServer = false } = filter ?? {};
  return [
    ...passagesVisibleTo(audience, changes),
    ...(ofServer ? [{ prefix: { audience: own } }] : []),
    ...(keys === undefined ? [] : [{ terms: { key: [...keys] } }]),
    // Undated passages have neither field.
    ...(from === undefined ? [] : [{ range: { until: { gte: from } } }]),
    ...(until === undefined ? [] : [{ range: { from: { lte: until } } }]),
  ];
}

/** A word for an audience, to keep things apart by. */
export function audienceKey(audience: DocumentFilter["audience"]): string {
  if (audience === undefined) return "";
  const { guild = "", roles = [], channels = [], hidesOwn = false } = audience;
  if (roles.length + channels.length === 0 && !hidesOwn) return `${everybody}${guild}`;
  const parts = [guild, [...roles].sort().join(" "), [...channels].sort().join(" "), hidesOwn];
  return `${everybody}${parts.join(",")}`;
}
