import { type ChildProcess, fork } from "node:child_process";

/** What a process of the bot tells the one that started it. */
export const connectedMessage = "connected";

/** How a process ended. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
}

/** One process of the bot, with the shards that it has. */
export interface BotProcess {
  readonly shards: readonly number[];
  readonly pid: number | undefined;
  /** Resolves to true when it is connected to Discord, to false where it ends before. */
  readonly connected: Promise<boolean>;
  readonly ended: Promise<Ended>;
  isConnected(): boolean;
  /** Lets it finish what it is answering, then end. */
  stop(): Promise<Ended>;
}

/** Starts a process of the bot. @param args of the command line, without those that say which shards it has */
export function startBotProcess(
  script: string,
  args: readonly string[],
  shards: readonly number[],
  count: number,
): BotProcess {
  const child: ChildProcess = fork(script, [...args, "--shards", `${shards.join(",")}/${count}`], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  let isUp = false;
  const ended = new Promise<Ended>((resolve) => {
    child.once("exit", (code) => {
      isUp = false;
      resolve({ code });
    });
    child.once("error", () => resolve({ code: 1 }));
  });
  const connected = new Promise<boolean>((resolve) => {
    child.on("message", (message) => {
      if (message !== connectedMessage) return;
      isUp = true;
      resolve(true);
    });
    void ended.then(() => resolve(false));
  });
  return {
    shards,
    pid: child.pid,
    connected,
    ended,
    isConnected: () => isUp,
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
