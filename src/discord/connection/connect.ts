import { type Client, Events } from "discord.js";
import { AppError } from "../../errors.ts";
import type { Log } from "../../observability/log.ts";
import { describeUnreachable } from "./foreign-answers.ts";
import { ShardRefused } from "./patient-shards.ts";
import { tokenInvalid } from "./token.ts";

const firstPauseMs = 1000;
const longestPauseMs = 60_000;
const goodbyeTimeoutMs = 3000;

/** Waits between two attempts; resolves to false if there should be no further attempt. */
export type Wait = (ms: number) => Promise<boolean>;

/** How to behave while Discord cannot be reached. */
export interface Patience {
  readonly log: Log;
  readonly pause: Wait;
  /** Aborts everything, even in the middle of an attempt that hangs. */
  readonly signal: AbortSignal;
}

/**
 * Connects a client, however long it takes. While REST cannot be reached this function retries with growing pauses;
 * while the gateway cannot be reached, the client's shards do. A client that has failed no longer receives or does
 * anything.
 * @param create makes a client
 * @returns undefined where it was called off
 * @throws AppError `discord-token-invalid`, `discord-intents-disallowed`, `discord-shards-wrong`,
 * `discord-version-unknown`
 */
export async function connect(
  create: () => Client,
  token: string,
  { log, pause, signal }: Patience,
): Promise<Client | undefined> {
  const calledOff = whenAborted(signal);
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    const client = create();
    try {
      const isIn = await Promise.race([client.login(token).then(() => true), calledOff.then(() => false)]);
      if (isIn) return client;
      await abandon(client);
      return undefined;
    } catch (error) {
      await abandon(client);
      const fatal = refusalOf(error);
      if (fatal !== undefined) throw fatal;
      log.warn(
        { reason: describeUnreachable(error), secondsToNextAttempt: pauseMs / 1000 },
        "cannot reach Discord, trying again",
      );
    }
    if (!(await pause(pauseMs))) return undefined;
  }
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** Ignores everything that this client may still receive. */
async function abandon(client: Client): Promise<void> {
  client.removeAllListeners();
  client.on(Events.Error, () => undefined);
  await leave(client);
}

/** Disconnects properly, without waiting for a connection that does not respond. */
export async function leave(client: Client): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, goodbyeTimeoutMs);
  });
  await Promise.race([client.destroy(), timeout]);
  clearTimeout(timer);
}

/** The error for a close code by which Discord rejects a bot permanently; undefined for all others. */
export function refusalOfCloseCode(code: number): AppError | undefined {
  switch (code) {
    case 4004:
      return tokenInvalid();
    case 4010:
      return new AppError(
        "discord-shards-wrong",
        "Discord does not know the shards in SHARDS and SHARD_COUNT (close code 4010).",
        "SHARDS holds numbers from 0 to SHARD_COUNT - 1; leave both out to take what Discord recommends.",
      );
    case 4011:
      return new AppError(
        "discord-shards-wrong",
        "The bot is in too many servers for so few shards (close code 4011).",
        "Leave SHARDS and SHARD_COUNT out to take what Discord recommends, or raise SHARD_COUNT: a shard holds 2,500 servers at most.",
      );
    case 4012:
      return new AppError(
        "discord-version-unknown",
        "Discord no longer speaks this version of its API (close code 4012).",
        "Update the program.",
      );
    case 4013:
      return new AppError(
        "discord-version-unknown",
        "Discord does not know an intent that the bot asks for (close code 4013).",
        "Update the program.",
      );
    case 4014:
      return intentsDisallowed();
    default:
      return undefined;
  }
}

function refusalOf(error: unknown): AppError | undefined {
  if (error instanceof ShardRefused) return refusalOfCloseCode(error.closeCode);
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  return code === "TokenInvalid" || status === 401 ? tokenInvalid() : undefined;
}

function intentsDisallowed(): AppError {
  return new AppError(
    "discord-intents-disallowed",
    "Discord does not allow this bot the intents it asks for.",
    "Turn on Message Content Intent at https://discord.com/developers/applications: your application, Bot, Privileged Gateway Intents; or set MESSAGE_CONTENT_INTENT=false.",
  );
}
