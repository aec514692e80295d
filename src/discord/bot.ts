import { type Client, Events, type Interaction, type Message, RESTEvents, Status } from "discord.js";
import { createQueue, inTurn, type Queue } from "../answering/queue.ts";
import type { Fundstelle } from "../answering/service.ts";
import { AppError, describeError } from "../errors.ts";
import type { Messages } from "../locales/messages.ts";
import type { Log } from "../observability/log.ts";
import { createMetrics, type Metrics } from "../observability/metrics.ts";
import { createClient } from "./connection/client.ts";
import { connect, leave, type Pause, refusalOfCloseCode } from "./connection/connect.ts";
import { isGone, isPermissionMissing } from "./connection/discord-errors.ts";
import type { PatientShardOptions } from "./connection/patient-shards.ts";
import type { BotContext, BotSettings } from "./context.ts";
import { dispatch } from "./dispatch.ts";
import { createCooldowns } from "./load/cooldown.ts";
import { createFlights, type Flights } from "./load/flights.ts";
import { createRecent } from "./load/recent.ts";
import { messagesForText, messagesOf } from "./locale.ts";
import { onMessage } from "./messages/answering.ts";
import { type DeletedMessage, onDeleted } from "./messages/deletions.ts";
import { onEdited } from "./messages/edits.ts";
import { notice, toPayload } from "./render/parts/blocks.ts";
import { explainError } from "./replying/problems.ts";
import { explain } from "./replying/respond.ts";

const closingTimeoutMs = 10_000;

export interface BotParts {
  readonly fundstelle: Fundstelle;
  readonly settings: BotSettings;
  readonly log: Log;
  readonly metrics?: Metrics;
  /** Absent: one of the bot's own. */
  readonly queue?: Queue;
}

/** A bot that is connected. */
export interface Bot {
  /** Takes nothing new on, finishes what is being answered, and disconnects. */
  close(): Promise<void>;
  /** Resolves when Discord has refused the bot for good while it ran. */
  readonly refused: Promise<AppError>;
  /** Whether the connection stands. */
  isConnected(): boolean;
  /** The numbers of the shards that it has. */
  readonly shards: readonly number[];
  /** Changes whenever something comes over a shard's connection, an answer to a heartbeat included. */
  signOfLife(shard: number): string;
}

/** Whether to go on trying while Discord cannot be reached. */
export interface Waiting extends PatientShardOptions {
  /** How to wait between two attempts. */
  readonly pause: Pause;
  /** Calls the start off. */
  readonly signal?: AbortSignal;
}

/**
 * Connects the bot and answers from then on.
 * @returns undefined where the start was called off
 * @throws AppError `discord-token-invalid`, `discord-intents-disallowed`, `discord-shards-wrong`, `discord-version-unknown`
 */
export async function startBot(parts: BotParts, token: string, waiting: Waiting): Promise<Bot | undefined> {
  const { settings, log, metrics = createMetrics(), queue = createQueue(parts.settings.queue) } = parts;
  const { pause, signal = new AbortController().signal, ...times } = waiting;
  const cooldowns = createCooldowns(settings.cooldown);
  const context: QueuedContext = { ...parts, metrics, cooldowns, recent: createRecent(), queue };
  const flights = createFlights();
  const heard = new Map<number, number>();
  let refuse: (error: AppError) => void = () => undefined;
  const refused = new Promise<AppError>((resolve) => {
    refuse = resolve;
  });
  const create = (): Client => {
    const client = createClient(settings.discord, {
      ...times,
      onClosed: ({ code, shard }) => log.warn({ code, shard }, "connection lost"),
    });
    listen(client, context, flights);
    client.on(Events.Raw, (_packet: unknown, shard: number) => heard.set(shard, (heard.get(shard) ?? 0) + 1));
    client.on(Events.ShardDisconnect, ({ code }) => {
      const error = refusalOfCloseCode(code);
      if (error !== undefined) refuse(error);
    });
    return client;
  };
  const client = await connect(create, token, { log, pause, signal });
  if (client === undefined) return undefined;
  const isConnected = () => client.isReady() && client.ws.shards.every((shard) => shard.status === Status.Ready);
  metrics.observe({ isConnected, waiting: () => queue.waiting });
  return {
    refused,
    isConnected,
    shards: [...client.ws.shards.keys()],
    signOfLife: (shard) => `${heard.get(shard)} ${client.ws.shards.get(shard)?.lastPingTimestamp}`,
    async close() {
      await flights.close(closingTimeoutMs);
      await leave(client);
    },
  };
}

/** The context before it is known who asks. */
interface QueuedContext extends BotContext {
  readonly queue: Queue;
}

function contextFor(person: string, context: QueuedContext): BotContext {
  return { ...context, fundstelle: inTurn(context.fundstelle, context.queue, person) };
}

function listen(client: Client, context: QueuedContext, flights: Flights): void {
  const { log, metrics } = context;
  client.on(
    Events.InteractionCreate,
    (interaction) => void flights.run(() => answerInteraction(interaction, context, flights)),
  );
  client.on(Events.MessageCreate, (message) => {
    if (!flights.isClosing && !flights.isFull) void flights.run(() => answerMessage(message, context));
  });
  client.on(Events.MessageUpdate, (_old, message) => {
    if (!flights.isClosing && !flights.isFull) void flights.run(() => answerMessage(message, context, onEdited));
  });
  client.on(Events.MessageDelete, (message) => {
    const deleted = { id: message.id, channelId: message.channelId, authorId: message.author?.id };
    void flights.run(() => answerDeletion(client, deleted, context));
  });
  client.on(Events.MessageBulkDelete, (messages, channel) => {
    for (const { id, author } of messages.values()) {
      void flights.run(() => answerDeletion(client, { id, channelId: channel.id, authorId: author?.id }, context));
    }
  });
  client.on(Events.ClientReady, ({ user, guilds }) =>
    log.info({ bot: user.tag, guilds: guilds.cache.size }, "connected"),
  );
  client.on(Events.ShardReconnecting, () => {
    if (flights.isClosing) return;
    metrics.reconnect();
  });
  client.on(Events.ShardResume, (shard) => log.info({ shard }, "connected again"));
  client.on(Events.ShardError, (error, shard) => log.warn({ reason: describeError(error), shard }, "connection error"));
  client.on(Events.Warn, (reason) => log.warn({ reason }, "warning of discord.js"));
  client.on(Events.Error, (err) => log.error({ err }, "error of discord.js"));
  client.rest.on(RESTEvents.InvalidRequestWarning, (data) => log.warn({ ...data }, "many refused requests"));
  client.rest.on(RESTEvents.RateLimited, ({ route, timeToReset }) => log.debug({ route, timeToReset }, "rate limited"));
}

/** The boundary: whatever breaks, it is logged with the interaction's id, and the person gets a reply. */
async function answerInteraction(interaction: Interaction, context: QueuedContext, flights: Flights): Promise<void> {
  if (!context.recent.claim(`interaction:${interaction.id}`)) return;
  const m = messagesOf(interaction, context.settings);
  try {
    if (flights.isClosing && interaction.isRepliable()) await explain(interaction, m.discord.problems.closing);
    else if (flights.isFull) throw new AppError("busy", "Too much is under way.", "Ask again later.");
    else await dispatch(interaction, { ...contextFor(interaction.user.id, context), m });
  } catch (error) {
    await afterError(error, interaction.id, context, async () => {
      if (interaction.isRepliable()) await explain(interaction, wordsFor(error, interaction.id, m));
    });
  }
}

async function answerMessage(message: Message, context: QueuedContext, answer = onMessage): Promise<void> {
  try {
    await answer(message, contextFor(message.author.id, context));
  } catch (error) {
    await afterError(error, message.id, context, async () => {
      const m = messagesForText(undefined, message.guild?.preferredLocale, context.settings);
      // The nonce of the answer: where that has come through after all, there is nothing to explain.
      await message.reply({
        ...toPayload(notice(wordsFor(error, message.id, m))),
        nonce: message.id,
        enforceNonce: true,
      });
    });
  }
}

async function answerDeletion(client: Client, deleted: DeletedMessage, context: BotContext): Promise<void> {
  try {
    if (client.isReady()) await onDeleted(client, deleted, context);
  } catch (err) {
    context.log.error({ err, id: deleted.id }, "failed to delete an answer");
  }
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
    if (!isGone(failure) && !isPermissionMissing(failure))
      log.error({ id, err: failure }, "failed to explain an error");
    else log.warn({ id, reason: describeError(failure) }, "nobody left to explain an error to");
  }
}

function wordsFor(error: unknown, id: string, m: Messages): string {
  return explainError(error, m) ?? m.discord.problems.internal(id);
}
