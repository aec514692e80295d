import type { Client } from "discord.js";
import { createQueue } from "../../answering/queue.ts";
import { isGone, isPermissionMissing } from "../connection/discord-errors.ts";
import type { BotContext } from "../context.ts";
import { createInFlight } from "../load/in-flight.ts";
import type { AnswerPlace } from "../load/recent-events.ts";
import { findAnswersTo, mayHaveForgottenAnswer } from "./answers-to.ts";
import { changeIn } from "./archived.ts";
import { mayDeleteInBulk } from "./permissions.ts";

/** How many channels are cleaned up at the same time. */
const channelsAtWork = 4;
/** Discord deletes from 2 to 100 messages at once, none of them older than two weeks. */
const [leastInBulk, mostInBulk] = [2, 100];

/** Where a deleted message stood. */
export interface DeletedMessage {
  readonly id: string;
  readonly channelId: string;
  /** Undefined where nothing is known of it but its id. */
  readonly authorId: string | undefined;
}

/**
 * When a question is deleted, its answer goes as well; also one of before a restart, found by what it replies to. This
 * has a lane of its own, in which a channel waits for itself: nobody's question waits while a channel is purged.
 */
export interface Deletions {
  add(client: Client<true>, deleted: readonly DeletedMessage[]): void;
  /** Resolves when all is done, or after `timeoutMs`. */
  close(timeoutMs: number): Promise<void>;
}

/** What is to be done in a channel. */
interface Batch {
  /** Answers that we remember. */
  readonly known: AnswerPlace[];
  /** Messages that may have answers which we do not remember. */
  readonly unknown: string[];
}

export function createDeletions({ recentEvents, log }: Pick<BotContext, "recentEvents" | "log">): Deletions {
  const pending = new Map<string, Batch>();
  const inFlight = createInFlight();
  const queue = createQueue({ atWork: channelsAtWork, waiting: Number.POSITIVE_INFINITY });

  /** Deletions that arrive during a look-up are looked up together afterwards. */
  const cleanUp = async (client: Client<true>, channelId: string): Promise<void> => {
    for (let batch = pending.get(channelId); batch !== undefined; batch = pending.get(channelId)) {
      const { known, unknown } = batch;
      if (known.length + unknown.length === 0) {
        pending.delete(channelId);
        return;
      }
      pending.set(channelId, { known: [], unknown: [] });
      try {
        await queue.run(channelId, async () => {
          const found = unknown.length === 0 ? [] : await findAnswersTo(client, channelId, unknown);
          await removeAll(client, [...known, ...found]);
        });
      } catch (err) {
        if (isGone(err) || isPermissionMissing(err)) log.debug({ channel: channelId }, "answers already gone");
        else log.error({ err, channel: channelId }, "failed to delete answers");
      }
    }
  };

  return {
    add(client, deleted) {
      for (const { id, channelId, authorId } of deleted) {
        recentEvents.deleted.set(id, true);
        if (authorId === client.user.id || recentEvents.proxied.has(id)) continue;
        const answer = recentEvents.answers.get(id);
        recentEvents.answers.delete(id);
        if (answer === undefined && !mayHaveForgottenAnswer(id, recentEvents.since)) continue;
        const batch = pending.get(channelId) ?? { known: [], unknown: [] };
        if (answer === undefined) batch.unknown.push(id);
        else batch.known.push(answer);
        if (pending.has(channelId)) continue;
        pending.set(channelId, batch);
        void inFlight.run(async () => {
          // A bulk deletion arrives as a single event.
          await Promise.resolve();
          await cleanUp(client, channelId);
        });
      }
    },
    close: (timeoutMs) => inFlight.close(timeoutMs),
  };
}

async function removeAll(client: Client<true>, places: readonly AnswerPlace[]): Promise<void> {
  for (const channelId of new Set(places.map((place) => place.channelId))) {
    const ids = places.filter((place) => place.channelId === channelId).map(({ messageId }) => messageId);
    const channel = client.channels.cache.get(channelId) ?? (await client.channels.fetch(channelId));
    if (!channel?.isTextBased()) continue;
    const inBulk = ids.length >= leastInBulk && !channel.isDMBased() && mayDeleteInBulk(channel);
    if (inBulk) {
      for (let start = 0; start < ids.length; start += mostInBulk)
        await changeIn(channel, () => channel.bulkDelete(ids.slice(start, start + mostInBulk), true));
    } else {
      for (const id of ids) await removeOne(() => changeIn(channel, () => channel.messages.delete(id)));
    }
  }
}

/** Somebody else may have deleted it first. */
async function removeOne(remove: () => Promise<unknown>): Promise<void> {
  try {
    await remove();
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}
