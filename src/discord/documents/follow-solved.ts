import { type Client, Events } from "discord.js";
import * as z from "zod";
import { describeError } from "../../errors.ts";
import type { SolvedPostRow } from "../../store/tables.ts";
import { isGone, isPermissionMissing } from "../connection/discord-errors.ts";
import type { BotContext } from "../context.ts";
import { createInFlight } from "../load/in-flight.ts";
import { createTurns } from "../load/turns.ts";
import { isChosen, markAnswer, type SolvingContext, solvingWith, withdraw } from "./solved-posts.ts";

/** The reaction by which whoever opened a post says which message answers it. */
const solvedMark = "✅";

const id = z.string();
const emoji = z.object({ name: z.string().nullish() });
const reacted = z.object({ guild_id: id, channel_id: id, message_id: id, user_id: id, emoji });
/** What Discord sends, as far as it concerns solved posts. The library drops it where it does not know the thread. */
const packetSchema = z.discriminatedUnion("t", [
  z.object({ t: z.literal("MESSAGE_REACTION_ADD"), d: reacted }),
  z.object({ t: z.literal("MESSAGE_REACTION_REMOVE"), d: reacted }),
  z.object({
    t: z.literal("MESSAGE_REACTION_REMOVE_EMOJI"),
    d: z.object({ channel_id: id, message_id: id, emoji }),
  }),
  z.object({
    t: z.literal("MESSAGE_REACTION_REMOVE_ALL"),
    d: z.object({ channel_id: id, message_id: id }),
  }),
  z.object({ t: z.literal("MESSAGE_DELETE"), d: z.object({ id, channel_id: id, guild_id: id }) }),
  z.object({
    t: z.literal("MESSAGE_DELETE_BULK"),
    d: z.object({ ids: z.array(id), channel_id: id, guild_id: id }),
  }),
  z.object({ t: z.literal("THREAD_DELETE"), d: z.object({ id }) }),
  z.object({ t: z.literal("CHANNEL_DELETE"), d: z.object({ id }) }),
]);
type Packet = z.infer<typeof packetSchema>;

type FollowingContext = SolvingContext & Pick<BotContext, "cooldowns">;

/** Follows what people do with posts and answers in forums. */
export interface SolvedFollowing {
  follow(client: Client): void;
  /** Resolves when all is done, or after `timeoutMs`. */
  close(timeoutMs: number): Promise<void>;
}

/** What is marked is asked about; what is unmarked or deleted is taken back. */
export function createSolvedFollowing(context: FollowingContext): SolvedFollowing {
  const { log } = context;
  const inFlight = createInFlight();
  const turns = createTurns();
  const run = (thread: string, task: () => Promise<unknown>): Promise<void> =>
    inFlight.run(async () => {
      try {
        await turns.run(thread, task);
      } catch (error) {
        const isTheirs = isGone(error) || isPermissionMissing(error);
        log[isTheirs ? "info" : "error"](
          { thread, reason: describeError(error) },
          "a solved post could not be followed",
        );
      }
    });
  return {
    follow(client) {
      client.on(Events.Raw, (packet: unknown) => {
        if (!client.isReady() || solvingWith(context) === undefined) return;
        const parsed = packetSchema.safeParse(packet);
        if (!parsed.success) return;
        const { data } = parsed;
        if (data.t === "MESSAGE_REACTION_ADD" && inFlight.isFull) return;
        void run(placeOf(data), () => handle(data, client, context));
      });
      client.on(Events.ClientReady, (ready) => {
        void (async () => {
          for (const guild of ready.guilds.cache.keys()) await run(guild, () => catchUp(guild, ready, context));
        })();
      });
    },
    close: (timeoutMs) => inFlight.close(timeoutMs),
  };
}

function placeOf({ d }: Packet): string {
  return "channel_id" in d ? d.channel_id : d.id;
}

async function handle(packet: Packet, client: Client<true>, context: FollowingContext): Promise<void> {
  const posts = solvingWith(context)?.store.solvedPosts;
  if (posts === undefined) return;
  switch (packet.t) {
    case "MESSAGE_REACTION_ADD": {
      const { d } = packet;
      if (d.emoji.name === solvedMark) await onMarked(d, client, context);
      return;
    }
    case "CHANNEL_DELETE": {
      for (const post of await posts.inForum(packet.d.id)) await withdraw(post, client, context, true);
      return;
    }
    default: {
      const post = await posts.of(placeOf(packet));
      if (post !== undefined && endsIt(packet, post, context))
        await withdraw(post, client, context, packet.t === "THREAD_DELETE");
    }
  }
}

/** Whether what happened in a post takes back what answers it. */
function endsIt(
  packet: Exclude<Packet, { t: "MESSAGE_REACTION_ADD" | "CHANNEL_DELETE" }>,
  { thread, answer, asker }: SolvedPostRow,
  { community }: SolvingContext,
): boolean {
  const concerns = (message: string): boolean => message === answer || message === thread;
  switch (packet.t) {
    case "MESSAGE_REACTION_REMOVE": {
      const { message_id, user_id, emoji: removed } = packet.d;
      return message_id === answer && removed.name === solvedMark && community.store?.personHash(user_id) === asker;
    }
    case "MESSAGE_REACTION_REMOVE_EMOJI":
      return packet.d.message_id === answer && packet.d.emoji.name === solvedMark;
    case "MESSAGE_REACTION_REMOVE_ALL":
      return packet.d.message_id === answer;
    case "MESSAGE_DELETE":
      return concerns(packet.d.id);
    case "MESSAGE_DELETE_BULK":
      return packet.d.ids.some(concerns);
    case "THREAD_DELETE":
      return true;
  }
}

async function onMarked(
  { guild_id, channel_id, message_id, user_id }: z.infer<typeof reacted>,
  client: Client<true>,
  context: FollowingContext,
): Promise<void> {
  if (context.community.settingsOf(guild_id).solvedForums.length === 0) return;
  const thread = await client.channels.fetch(channel_id);
  if (thread?.isThread() !== true || !isChosen(guild_id, thread.parentId, context)) return;
  if (thread.ownerId !== user_id) return;
  const { community, cooldowns, log } = context;
  if (community.isBlocked(guild_id, user_id, [thread.id, thread.parentId])) return;
  // Each mark asks somebody who is pinged.
  if (!(await cooldowns.take("question", user_id, thread.id)).isGranted) return;
  const answer = await thread.messages.fetch(message_id);
  const done = await markAnswer(answer, thread, context);
  if (done !== "asked") log.info({ thread: thread.id, reason: done }, "a marked answer was not asked about");
}

/** What was deleted while nobody listened. */
async function catchUp(guild: string, client: Client<true>, context: SolvingContext): Promise<void> {
  const posts = (await solvingWith(context)?.store.solvedPosts.inGuild(guild)) ?? [];
  for (const post of posts) {
    try {
      const thread = await client.channels.fetch(post.thread);
      if (thread?.isThread() !== true) continue;
      await thread.messages.fetch(post.answer);
      await thread.messages.fetch(post.thread);
    } catch (error) {
      if (!isGone(error)) throw error;
      await withdraw(post, client, context);
    }
  }
}
