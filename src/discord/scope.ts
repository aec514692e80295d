import { createHash } from "node:crypto";
import { type BaseInteraction, type Channel, GuildMember } from "discord.js";
import type { Fundstelle } from "../answering/service.ts";
import type { SourceDocument } from "../documents/document.ts";
import type { Audience, DocumentFilter } from "../search/passage-index.ts";
import type { Community } from "./community/community.ts";

/** Which documents a question is limited to by the person who asks; "" where it is not. */
export interface Scope {
  /** Key of a document. */
  readonly source: string;
  /** ISO days, both inclusive. */
  readonly from: string;
  readonly until: string;
}

export const everything: Scope = { source: "", from: "", until: "" };

/** Where something is said. */
export interface Place {
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly channel: Channel | null;
}

/** Somebody who does something there. */
export type Acting = Place & Pick<BaseInteraction, "member">;

type Settings = Pick<Community, "settingsOf">;

/** What is open to all people of a server, wherever they are there; null: outside of all servers. */
export function openIn(guildId: string | null, community: Settings): DocumentFilter {
  return filterFor(guildId === null ? {} : { guild: guildId }, community);
}

/**
 * What everybody may see who reads what is said in a place: documents that are seen in that channel, and none that need a
 * role, for nobody knows who will read it.
 */
export function seenByAll({ guildId, channelId, channel }: Place, community: Settings): DocumentFilter {
  if (guildId === null) return openIn(guildId, community);
  return filterFor({ guild: guildId, channels: placesOf({ channelId, channel }) }, community);
}

/** What whoever acts may see, provided that nobody else is shown it. */
export function seenByActor(acting: Acting, community: Settings): DocumentFilter {
  const { guildId, member } = acting;
  if (guildId === null || member === null) return seenByAll(acting, community);
  const roles = member instanceof GuildMember ? [...member.roles.cache.keys()] : member.roles;
  const channels = placesOf(acting);
  return filterFor({ guild: guildId, channels, roles: roles.filter((id) => id !== guildId) }, community);
}

/** @param isPrivate whether only the person who acts is shown what comes of it */
export function seenBy(acting: Acting, isPrivate: boolean, community: Settings): DocumentFilter {
  return isPrivate ? seenByActor(acting, community) : seenByAll(acting, community);
}

/** The channel, and the one that a thread belongs to. */
export function placesOf({ channelId, channel }: Pick<Place, "channelId" | "channel">): readonly string[] {
  return [channelId, channel?.isThread() === true ? channel.parentId : null].filter((id) => id !== null);
}

function filterFor(audience: Audience, { settingsOf }: Settings): DocumentFilter {
  const { collections } = settingsOf(audience.guild ?? null);
  if (audience.guild === undefined || collections === "both") return { audience };
  return collections === "own" ? { audience, ofServer: true } : { audience: { ...audience, hidesOwn: true } };
}

export function filterOf(scope: Scope, seen: DocumentFilter): DocumentFilter {
  return {
    ...seen,
    ...(scope.source === "" ? {} : { keys: [scope.source] }),
    ...(scope.from === "" ? {} : { from: scope.from }),
    ...(scope.until === "" ? {} : { until: scope.until }),
  };
}

/** A short name for a document's key, for places with little room; "" for none. */
export function markOf(key: string): string {
  return key === "" ? "" : createHash("sha256").update(key).digest("hex").slice(0, 10);
}

/** A short name for the content of a document's file, for places with little room. */
export function markOfFile({ fileSha256 }: Pick<SourceDocument, "fileSha256">): string {
  return fileSha256.slice(0, 10);
}

/** The key that a mark stands for; undefined where nobody here may see such a document. */
export function keyOfMark(fundstelle: Fundstelle, mark: string, seen: DocumentFilter): string | undefined {
  if (mark === "") return "";
  return fundstelle.sources(seen).find(({ metadata }) => markOf(metadata.key) === mark)?.metadata.key;
}

/** The document that somebody means by a key, a file or a title; undefined where there is none. */
export function findSource(fundstelle: Fundstelle, typed: string, seen: DocumentFilter): string | undefined {
  const wanted = typed.trim().toLowerCase();
  return fundstelle
    .sources(seen)
    .find(({ metadata, file }) => [metadata.key, file, metadata.title].some((name) => name.toLowerCase() === wanted))
    ?.metadata.key;
}
