import { setTimeout as pause } from "node:timers/promises";
import { type Client, Events, type Interaction, type Message, type PartialMessage, RESTEvents } from "discord.js";
import { inTurn, type Queue } from "../answering/queue.ts";
import { AppError, describeError } from "../errors.ts";
import type { Messages } from "../locales/messages.ts";
import { isBlockedByAutoMod, isGone, isPermissionMissing, isSlowedDown } from "./connection/discord-errors.ts";
import type { BotContext } from "./context.ts";
import { dispatch } from "./dispatch.ts";
import type { InFlight } from "./load/in-flight.ts";
import { messagesForText, messagesOf, settingsIn } from "./locale.ts";
import { onMessage, refuseWhileClosing } from "./messages/answering.ts";
import type { DeletedMessage, Deletions } from "./messages/deletions.ts";
import { onEdited } from "./messages/edits.ts";
import { notice, toPayload } from "./render/parts/layout.ts";
import { explainError } from "./replying/problems.ts";
import { explain } from "./replying/respond.ts";

/** The context before the person who asks is known. */
export interface QueuedContext extends BotContext {
  readonly queue: Queue;
  /** Whether other processes may be sent the same events. */
  readonly isShared: boolean;
}

/** What nobody has answered after so long is answered by a process that is about to end. */
const handOverMs = 500;

function contextFor(person: string, context: QueuedContext): BotContext {
  return { ...context, fundstelle: inTurn(context.fundstelle, context.queue, person) };
}

/** Handles the client's events. */
export function listen(
  client: Client,
  context: QueuedContext,
  { inFlight, deletions }: { inFlight: InFlight; deletions: Deletions },
): void {
  const { log, metrics } = context;
  client.on(
    Events.InteractionCreate,
    (interaction) => void inFlight.run(() => handleInteraction(interaction, context, inFlight)),
  );
  client.on(Events.MessageCreate, (message) => {
    if (inFlight.isFull) return;
    void inFlight.run(async () => {
      if (!inFlight.isClosing) return handleMessage(message, context);
      await handOver(context);
      return handleMessage(message, context, refuseWhileClosing);
    });
  });
  client.on(Events.MessageUpdate, (_old, message) => {
    // Link previews and pins also arrive as updates, but without an author: nobody has edited anything then.
    if (!isWhole(message)) return;
    if (!inFlight.isClosing && !inFlight.isFull) void inFlight.run(() => handleMessage(message, context, onEdited));
  });
  client.on(Events.MessageDelete, (message) => {
    if (client.isReady()) deletions.add(client, [deletedOf(message, message.channelId)]);
  });
  client.on(Events.MessageBulkDelete, (messages, channel) => {
    if (client.isReady())
      deletions.add(
        client,
        messages.map((message) => deletedOf(message, channel.id)),
      );
  });
  client.on(Events.ClientReady, ({ user, guilds }) =>
    log.info({ bot: user.tag, guilds: guilds.cache.size }, "connected"),
  );
  client.on(Events.ShardReconnecting, () => {
    if (inFlight.isClosing) return;
    metrics.reconnect();
  });
  client.on(Events.ShardResume, (shard) => log.info({ shard }, "connected again"));
  client.on(Events.ShardError, (error, shard) => log.warn({ reason: describeError(error), shard }, "connection error"));
  client.on(Events.Warn, (reason) => log.warn({ reason }, "warning of discord.js"));
  client.on(Events.Error, (err) => log.error({ err }, "error of discord.js"));
  client.rest.on(RESTEvents.InvalidRequestWarning, (data) => log.warn({ ...data }, "many refused requests"));
  client.rest.on(RESTEvents.Response, ({ method, route }, { status }) => {
    if (status === 400) log.warn({ method, route, status }, "refused by Discord");
  });
  client.rest.on(RESTEvents.RateLimited, ({ route, timeToReset }) => log.debug({ route, timeToReset }, "rate limited"));
}

/** The boundary: whatever breaks, it is logged with the interaction's id, and the person gets a reply. */
async function handleInteraction(interaction: Interaction, context: QueuedContext, inFlight: InFlight): Promise<void> {
  // What was claimed before closing began is answered here: to the process that takes over, it is taken.
  const { isClosing } = inFlight;
  if (isClosing) await handOver(context);
  if (!(await context.recentEvents.acquire(`interaction:${interaction.id}`))) return;
  const m = messagesOf(interaction, settingsIn(interaction.guildId, context));
  try {
    if (isClosing && interaction.isRepliable()) await explain(interaction, m.discord.problems.closing);
    else if (inFlight.isFull) throw new AppError("busy", "Too much is under way.", "Ask again later.");
    else await dispatch(interaction, { ...contextFor(interaction.user.id, context), m });
  } catch (error) {
    await afterError(error, interaction.id, context, async () => {
      if (interaction.isRepliable()) await explain(interaction, wordsFor(error, interaction.id, m));
    });
  }
}

/** Who is about to end leaves it to a process that takes its place, if there is one. */
async function handOver({ isShared }: QueuedContext): Promise<void> {
  if (isShared) await pause(handOverMs);
}

async function handleMessage(message: Message, context: QueuedContext, answer = onMessage): Promise<void> {
  try {
    await answer(message, contextFor(message.author.id, context));
  } catch (error) {
    if (message.guildId !== null && message.guild === null) {
      context.log.info({ id: message.id, reason: describeError(error) }, "no longer in the server");
      return;
    }
    await afterError(error, message.id, context, async () => {
      const m = messagesForText(undefined, message.guild?.preferredLocale, settingsIn(message.guildId, context));
      // Uses the nonce of the answer, so that nothing is explained if the answer got through after all.
      await message.reply({
        ...toPayload(notice(wordsFor(error, message.id, m))),
        nonce: message.id,
        enforceNonce: true,
      });
    });
  }
}

/** The library's types do not say that an update may come without its author. */
function isWhole({ author, partial }: { readonly author: unknown; readonly partial: boolean }): boolean {
  return !partial && author !== null && author !== undefined;
}

function deletedOf({ id, author }: Message | PartialMessage, channelId: string): DeletedMessage {
  return { id, channelId, authorId: author?.id };
}

async function afterError(
  error: unknown,
  id: string,
  { log, metrics }: BotContext,
  tell: () => Promise<void>,
): Promise<void> {
  if (isGone(error)) {
    metrics.error("gone");
    log.warn({ id, reason: describeError(error) }, "nothing left to answer");
    return;
  }
  const code = error instanceof AppError ? error.code : "internal";
  metrics.error(code);
  if (code === "busy") log.warn({ id }, "too much to do");
  else log.error({ id, err: error }, "failed to answer");
  try {
    await tell();
  } catch (failure) {
    if (!isGone(failure) && !isPermissionMissing(failure) && !isBlockedByAutoMod(failure) && !isSlowedDown(failure))
      log.error({ id, err: failure }, "failed to explain an error");
    else log.warn({ id, reason: describeError(failure) }, "nobody left to explain an error to");
  }
}

function wordsFor(error: unknown, id: string, m: Messages): string {
  return explainError(error, m) ?? m.discord.problems.internal(id);
}
