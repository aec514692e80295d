import type { AllowedMentions } from "../bodies.ts";
import type { Channel, Mentions, Message } from "./state.ts";
import type { World } from "./world.ts";

export interface MentionsInText {
  readonly userIds: readonly string[];
  readonly roleIds: readonly string[];
  readonly everyone: boolean;
}

/** The mentions that stand in a text, whoever they would reach. */
export function findMentions(text: string): MentionsInText {
  const ids = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? []))];
  return {
    userIds: ids(/<@!?(\d+)>/g),
    roleIds: ids(/<@&(\d+)>/g),
    everyone: /@(everyone|here)\b/.test(text),
  };
}

/**
 * Whom a message pings. Without `allowed_mentions` everything in the text counts.
 * A reply pings the author of the message it answers unless told otherwise, but nobody when that message was an interaction's.
 */
export function resolveMentions(
  world: World,
  channel: Channel,
  authorId: string,
  text: string,
  allowed: AllowedMentions | undefined,
  replied: Message | undefined,
): Mentions {
  const found = findMentions(text);
  const parses = (kind: string) => allowed === undefined || (allowed.parse ?? []).includes(kind);
  const userIds = found.userIds.filter(
    (id) => world.users.has(id) && (parses("users") || (allowed?.users ?? []).includes(id)),
  );
  const guild = world.guildOf(channel);
  const roleIds = found.roleIds.filter(
    (id) => guild?.roles.has(id) && (parses("roles") || (allowed?.roles ?? []).includes(id)),
  );
  const pingsReplied = allowed === undefined || allowed.replied_user === true;
  if (replied && pingsReplied && replied.interaction === undefined && !userIds.includes(replied.author.id)) {
    userIds.push(replied.author.id);
  }
  return {
    userIds,
    roleIds,
    everyone: found.everyone && parses("everyone") && world.may(channel, authorId, "MentionEveryone"),
  };
}
