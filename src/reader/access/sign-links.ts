import { formatCitationWithFingerprint } from "../../answering/citing/citation.ts";
import type { ReaderLinks } from "../../answering/linking/reader-links.ts";
import { signToken } from "./access-token.ts";

/** Discord refuses buttons whose address is longer. */
const maxLinkChars = 512;
const dayMs = 86_400_000;

export interface LinkSettings {
  /** Where the reader is reached, without a slash at its end. */
  readonly url: string;
  /** The secret. */
  readonly key: string;
  readonly linkDays: number;
}

/** Signed links into the reader: each opens one document, for the server in which it is handed out. */
export function createReaderLinks({ url, key, linkDays }: LinkSettings, now: () => number = Date.now): ReaderLinks {
  const linkTo = (
    documentKey: string,
    guild: string | undefined,
    query: URLSearchParams,
    anchor = "",
  ): string | undefined => {
    const scope = { kind: "document", key: documentKey } as const;
    const audience = guild === undefined ? {} : { guild };
    query.set("access", signToken({ scope, expiresAtMs: expiry(linkDays, now()), ...audience }, key));
    const link = `${url}/d/${encodeURIComponent(documentKey)}?${query}${anchor}`;
    return link.length <= maxLinkChars ? link : undefined;
  };
  return {
    passage({ passage, fingerprint, sentence }, guild) {
      const { documentKey, range } = passage;
      const query = new URLSearchParams({ c: formatCitationWithFingerprint({ ...passage, fingerprint }) });
      if (sentence !== undefined) query.set("s", `${sentence.start - range.start}-${sentence.end - range.start}`);
      return linkTo(documentKey, guild, query, "#cited");
    },
    document: (documentKey, guild) => linkTo(documentKey, guild, new URLSearchParams()),
  };
}

/** A link to the whole collection, as the host sees it. */
export function hostLink({ url, key, linkDays }: LinkSettings, now: () => number = Date.now): string {
  const access = signToken({ scope: { kind: "everything" }, expiresAtMs: expiry(linkDays, now()) }, key);
  return `${url}/?${new URLSearchParams({ access })}`;
}

const insightsMs = 3600_000;

/** A link to what was asked in a server, which lasts an hour. */
export function insightsLink({ url, key }: Pick<LinkSettings, "url" | "key">, guild: string, days: number): string {
  const access = signToken({ scope: { kind: "insights" }, guild, expiresAtMs: Date.now() + insightsMs }, key);
  return `${url}/insights?${new URLSearchParams({ days: String(days), access })}`;
}

/** At the end of a day, so that a passage's link stays the same all day. */
function expiry(days: number, nowMs: number): number {
  return (Math.floor(nowMs / dayMs) + 1 + days) * dayMs;
}
