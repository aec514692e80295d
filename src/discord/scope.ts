import { createHash } from "node:crypto";
import type { Fundstelle } from "../answering/service.ts";
import type { DocumentFilter } from "../search/passage-index.ts";

/** Which documents a question is limited to by the person who asks; "" where it is not. */
export interface Scope {
  /** Key of a document. */
  readonly source: string;
  /** ISO days, both inclusive. */
  readonly from: string;
  readonly until: string;
}

export const everything: Scope = { source: "", from: "", until: "" };

/** What somebody may see who acts in a server, or outside of one. */
export function audienceOf(guildId: string | null): DocumentFilter {
  return { audience: guildId === null ? {} : { guild: guildId } };
}

export function filterOf(scope: Scope, guildId: string | null): DocumentFilter {
  return {
    ...audienceOf(guildId),
    ...(scope.source === "" ? {} : { keys: [scope.source] }),
    ...(scope.from === "" ? {} : { from: scope.from }),
    ...(scope.until === "" ? {} : { until: scope.until }),
  };
}

/** A short name for a document's key, for places with little room; "" for none. */
export function markOf(key: string): string {
  return key === "" ? "" : createHash("sha256").update(key).digest("hex").slice(0, 10);
}

/** The key that a mark stands for; undefined where nobody here may see such a document. */
export function keyOfMark(fundstelle: Fundstelle, mark: string, guildId: string | null): string | undefined {
  if (mark === "") return "";
  return fundstelle.sources(audienceOf(guildId)).find(({ metadata }) => markOf(metadata.key) === mark)?.metadata.key;
}

/** The document that somebody means by a key, a file or a title; undefined where there is none. */
export function findSource(fundstelle: Fundstelle, typed: string, guildId: string | null): string | undefined {
  const wanted = typed.trim().toLowerCase();
  return fundstelle
    .sources(audienceOf(guildId))
    .find(({ metadata, file }) => [metadata.key, file, metadata.title].some((name) => name.toLowerCase() === wanted))
    ?.metadata.key;
}
