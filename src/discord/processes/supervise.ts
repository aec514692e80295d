import type { Settings } from "../../config/settings.ts";
import { AppError } from "../../errors.ts";
import { startHealthServer } from "../../observability/health.ts";
import { createProcessLog, type Log } from "../../observability/log.ts";
import { createMetrics } from "../../observability/metrics.ts";
import { requireToken } from "../connection/token.ts";
import { type StopSignal, secretsOf, stopSignal } from "../start.ts";
import { type BotProcess, startBotProcess } from "./bot-process.ts";
import { recommendedShards } from "./recommended-shards.ts";
import { spreadShards } from "./spread-shards.ts";

const firstPauseMs = 1000;
const longestPauseMs = 60_000;
/** A process that ran so long is started again at once. */
const steadyMs = 60_000;
/** An exit code of a process whose settings are wrong: starting it again would not help. */
const wrongSettings = 2;

export interface SupervisedBot {
  readonly settings: Settings;
  readonly processes: number;
  /** Over how many connections the servers are spread. */
  readonly shards: "auto" | number;
  /** The program, and its arguments but for the shards. */
  readonly script: string;
  readonly args: readonly string[];
}

/**
 * Runs the bot in several processes, which share its shards, until SIGINT or SIGTERM. A process that ends is started
 * again. SIGHUP replaces all of them, one after the other: where they share a database, the new one is connected before
 * the old one ends, and which of the two answers is agreed upon there.
 * @throws AppError `settings-invalid` where a process ends because of its settings
 */
export async function supervise({ settings, processes, shards, script, args }: SupervisedBot): Promise<void> {
  const token = requireToken(settings.discord);
  const log = createProcessLog({ level: settings.logLevel, secrets: secretsOf(settings, token) });
  const stop = stopSignal();
  const team: Team = { members: new Map(), log, start: (ids, count) => startBotProcess(script, args, ids, count) };
  const { port, host } = settings.health;
  const isReady = (): boolean =>
    team.members.size === processes && [...team.members.values()].every((member) => member.isConnected());
  const health =
    port === undefined
      ? undefined
      : await startHealthServer({ host, port, metrics: createMetrics({ withProcess: true }), isReady });
  let replacing: Promise<void> = Promise.resolve();
  const onReplace = (): void => {
    replacing = replacing.then(() => replaceAll(team, settings.databaseUrl !== undefined, stop));
  };
  process.on("SIGHUP", onReplace);
  try {
    const recommended = shards === "auto" ? await recommendedShards(settings.discord, token, log, stop.pause) : shards;
    if (recommended === undefined) return;
    const count = Math.max(recommended, processes);
    log.info({ processes, shards: count }, "starting the processes of the bot");
    const kept: Promise<void>[] = [];
    for (const [place, ids] of spreadShards(count, processes).entries()) {
      if (stop.signal.aborted) break;
      // One after the other: Discord lets only so many shards in at a time.
      const first = team.start(ids, count);
      team.members.set(place, first);
      kept.push(keep(team, place, count, stop));
      await Promise.race([first.connected, stop.received]);
    }
    await Promise.race([stop.received, ...kept]);
  } finally {
    process.off("SIGHUP", onReplace);
    log.info("closing");
    stop.abort();
    await Promise.all([...team.members.values()].map((member) => member.stop()));
    await replacing;
    await health?.close();
    stop.forget();
  }
}

/** The processes by their places, which stay the same when a process is replaced. */
interface Team {
  readonly members: Map<number, BotProcess>;
  readonly log: Log;
  start(shards: readonly number[], count: number): BotProcess;
}

/** Starts the process of a place again whenever it ends without having been replaced. */
async function keep({ members, log, start }: Team, place: number, count: number, stop: StopSignal): Promise<void> {
  let pauseMs = firstPauseMs;
  for (;;) {
    const member = members.get(place);
    if (member === undefined) return;
    const startedAt = performance.now();
    const { code } = await member.ended;
    if (stop.signal.aborted) return;
    // It was replaced, and this is the end of the old one.
    if (members.get(place) !== member) continue;
    if (code === wrongSettings) {
      throw new AppError(
        "settings-invalid",
        `A process of the bot cannot start (shards ${member.shards.join(", ")}).`,
        "Its last line says what is wrong.",
      );
    }
    pauseMs = performance.now() - startedAt > steadyMs ? firstPauseMs : Math.min(2 * pauseMs, longestPauseMs);
    log.warn({ shards: member.shards, code, secondsToNextStart: pauseMs / 1000 }, "a process of the bot has ended");
    if (!(await stop.pause(pauseMs))) return;
    members.set(place, start(member.shards, count));
  }
}

/** @param isShared whether two processes may have the same shards for a moment, without answering twice */
async function replaceAll({ members, log, start }: Team, isShared: boolean, stop: StopSignal): Promise<void> {
  const count = [...members.values()].reduce((sum, { shards }) => sum + shards.length, 0);
  for (const [place, old] of [...members]) {
    if (stop.signal.aborted) return;
    if (isShared) {
      const next = start(old.shards, count);
      const isConnected = await Promise.race([next.connected, stop.received]);
      if (stop.signal.aborted) {
        await next.stop();
        return;
      }
      if (isConnected !== true) {
        log.error({ shards: old.shards }, "the new process does not connect: the old one goes on");
        return;
      }
      members.set(place, next);
      await old.stop();
    } else {
      // Both would answer: so there is a moment in which nobody does.
      members.delete(place);
      await old.stop();
      const next = start(old.shards, count);
      members.set(place, next);
      await Promise.race([next.connected, stop.received]);
    }
    log.info({ shards: old.shards }, "a process of the bot has been replaced");
  }
}
