import crypto from "node:crypto";
import { install } from "@sinonjs/fake-timers";
import { replaceMethods } from "../replaced.ts";
import type { Random } from "../seeded-random.ts";

const realSetImmediate = globalThis.setImmediate;

/** When every simulation begins: a Monday morning. */
export const beginningMs = Date.parse("2026-01-05T08:00:00.000Z");

/** The one clock and the one scheduler of a simulation: an hour of it passes as fast as its events can be worked through. */
export interface VirtualTime {
  /** Milliseconds since the simulation began. */
  elapsedMs(): number;
  /**
   * Lets time pass until `main` has settled. Between two events everything that can go on without time passing does.
   * @throws what `main` throws; Error where it waits for what never comes, or longer than `mostMs`
   */
  run<T>(main: () => Promise<T>, mostMs: number): Promise<T>;
  /** Gives the computer its own time and chance back. */
  end(): void;
}

/** Puts timers, clocks and chance of the whole process under one seed. One at a time. */
export function takeOverTime(random: Random): VirtualTime {
  const clock = install({
    now: beginningMs,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "setImmediate", "clearImmediate", "Date"],
  });
  const elapsedMs = () => clock.now - beginningMs;
  const ids = random.named("ids");
  const giveBack = [
    replaceMethods(performance, { now: elapsedMs }),
    replaceMethods(AbortSignal, { timeout: (ms: number) => abortAfter(ms) }),
    // Of the first process everybody can tell that it runs.
    replaceMethods(process, { pid: 1 }),
    replaceMethods(Math, { random: () => ids.next() }),
    replaceMethods(crypto, {
      randomBytes: (size: number) => bytesFrom(ids, size),
      randomUUID: () => uuidFrom(bytesFrom(ids, 16)),
    }),
  ];

  return {
    elapsedMs,
    async run(main, mostMs) {
      let isSettled = false;
      const settle = () => {
        isSettled = true;
      };
      const running = main();
      running.then(settle, settle);
      for (;;) {
        await untilNothingMoves();
        if (isSettled) return running;
        if (elapsedMs() > mostMs) throw new Error(`It goes on after ${mostMs} ms`);
        if (clock.countTimers() === 0) throw new Error("It waits for what never comes: no timer is left");
        clock.next();
      }
    },
    end() {
      for (const give of giveBack.reverse()) give();
      clock.uninstall();
    },
  };
}

/** All that promises and `process.nextTick` have to do is done before the real event loop comes to this. */
function untilNothingMoves(): Promise<void> {
  return new Promise((resolve) => realSetImmediate(resolve));
}

function abortAfter(ms: number): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort(new DOMException("The operation was aborted due to timeout", "TimeoutError"));
  setTimeout(abort, ms).unref();
  return controller.signal;
}

function bytesFrom(random: Random, size: number): Buffer {
  return Buffer.from(Array.from({ length: size }, () => Math.floor(random.next() * 256)));
}

function uuidFrom(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
