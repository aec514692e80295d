import { LRUCache } from "lru-cache";
import type { Store } from "../../store/store.ts";
import { createTurns, type Turns } from "./turns.ts";

/** Bots that post messages again do it at once. */
const proxiedWithinMs = 60_000;

/** A message that asks us something. */
export interface AskedMessage {
  readonly id: string;
  readonly content: string;
}

/** Where an answer stands. */
export interface AnswerPlace {
  readonly channelId: string;
  readonly messageId: string;
}

/**
 * Recent events, bounded in number. They save requests and keep duplicate events from being answered twice; whatever
 * must be right after a restart is read from Discord instead.
 */
export interface RecentEvents {
  /** Since when, in milliseconds since the epoch. */
  readonly since: number;
  /** @returns false where this key is taken already, here or by another process of the bot */
  acquire(key: string): Promise<boolean>;
  /** Releases a key, so that what failed can be tried again. */
  release(key: string): Promise<void>;
  /** Serialises the first answer to a message and the new answers after edits. */
  readonly turns: Turns;
  /** The answers to messages, by the asking message. */
  readonly answers: Pick<LRUCache<string, AnswerPlace>, "get" | "set" | "delete">;
  /** When messages were edited last, in milliseconds since the epoch. */
  readonly edited: Pick<LRUCache<string, number>, "get" | "set">;
  /** Messages that were deleted. */
  readonly deleted: Pick<LRUCache<string, true>, "has" | "set">;
  /** The last question of a channel, for a minute. */
  readonly asked: Pick<LRUCache<string, AskedMessage>, "get" | "set">;
  /** Questions that a webhook has posted again, whose answer stays when they are deleted. */
  readonly proxied: Pick<LRUCache<string, true>, "has" | "set">;
  /** The language that somebody speaks with us in direct messages, by the channel. */
  readonly languages: Pick<LRUCache<string, string>, "get" | "set">;
  /** Whether we have answered in a thread. */
  readonly threads: Pick<LRUCache<string, boolean>, "get" | "set" | "delete">;
}

/** Where several processes agree on who does what. */
export type SharedClaims = Pick<NonNullable<Store["shared"]>["claims"], "take" | "release">;

/**
 * @param shared absent: there is no other process
 * @param onFailure told where the others cannot be asked: then this process does it, for an answer that comes twice is
 *   better than none
 */
export function createRecentEvents(
  shared?: SharedClaims,
  onFailure: (error: unknown) => void = () => undefined,
): RecentEvents {
  const acquired = new LRUCache<string, true>({ max: 5000 });
  return {
    since: Date.now(),
    async acquire(key) {
      if (acquired.has(key)) return false;
      acquired.set(key, true);
      try {
        return (await shared?.take(key)) ?? true;
      } catch (error) {
        onFailure(error);
        return true;
      }
    },
    async release(key) {
      acquired.delete(key);
      await shared?.release(key).catch(onFailure);
    },
    turns: createTurns(),
    answers: new LRUCache<string, AnswerPlace>({ max: 5000 }),
    edited: new LRUCache<string, number>({ max: 2000 }),
    deleted: new LRUCache<string, true>({ max: 2000 }),
    asked: new LRUCache<string, AskedMessage>({ max: 1000, ttl: proxiedWithinMs }),
    proxied: new LRUCache<string, true>({ max: 1000 }),
    languages: new LRUCache<string, string>({ max: 5000 }),
    threads: new LRUCache<string, boolean>({ max: 2000 }),
  };
}
