import { createHash } from "node:crypto";

const nameChars = 12;

/** Who may see a document that is not open to everybody: whoever meets all of it. */
export interface Viewers {
  /** Ids of servers, one of which it is; none: only the host. */
  readonly guilds: readonly string[];
  /** Ids of roles, one of which the person has; absent: any. */
  readonly roles?: readonly string[];
  /** Ids of channels, in one of which it is asked for; absent: any. */
  readonly channels?: readonly string[];
  /** Present where it belongs to its server's own collection. */
  readonly ofServer?: true;
}

/** What is said of a document's viewers; nothing: everybody. */
type StatedViewers = { readonly [Name in keyof Viewers]?: Viewers[Name] | undefined };

/** @returns undefined: everybody */
export function viewersOf({ guilds, roles, channels, ofServer }: StatedViewers): Viewers | undefined {
  if (guilds === undefined) return undefined;
  return {
    guilds,
    ...(roles === undefined ? {} : { roles }),
    ...(channels === undefined ? {} : { channels }),
    ...(ofServer === undefined ? {} : { ofServer }),
  };
}

/**
 * A short name for those who may see a document: "" where that is everybody, else the same for the same servers, roles
 * and channels in any order, of lower-case letters and digits.
 */
export function audienceName(viewers: Viewers | undefined): string {
  if (viewers === undefined) return "";
  const { guilds, roles, channels, ofServer } = viewers;
  const parts = [
    distinct(guilds),
    ...(roles === undefined ? [] : [`roles ${distinct(roles)}`]),
    ...(channels === undefined ? [] : [`channels ${distinct(channels)}`]),
    ...(ofServer === undefined ? [] : ["own"]),
  ];
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, nameChars);
}

function distinct(ids: readonly string[]): string {
  return [...new Set(ids)].sort().join(" ");
}
