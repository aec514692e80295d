import { setTimeout as pause } from "node:timers/promises";

/** Nobody opens pages faster than they can be looked at. */
const lookingMs = 500;

export interface ReadingFigures {
  readonly read: number;
  readonly failed: number;
  /** Milliseconds to a whole page. */
  readonly p50: number;
  readonly p99: number;
}

/** The pages that people go to, in turn. */
const addresses = ["/", "/ask?q=Wer+ist+Sergej+Lawrow%3F", "/search?q=Munition+Container", "/d/putin-in-nordkorea"];

/** Lets people read one page after the other, two a second each, until the signal comes. */
export async function readPages(base: string, readers: number, signal: AbortSignal): Promise<ReadingFigures> {
  const times: number[] = [];
  let failed = 0;
  const readOn = async (first: number): Promise<void> => {
    for (let turn = first; !signal.aborted; turn++) {
      const startedAt = performance.now();
      const response = await fetch(base + (addresses[turn % addresses.length] ?? "/"));
      await response.text();
      times.push(performance.now() - startedAt);
      if (!response.ok) failed++;
      await pause(lookingMs, undefined, { signal }).catch(() => undefined);
    }
  };
  await Promise.all(Array.from({ length: readers }, (_, reader) => readOn(reader)));
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0);
  return { read: times.length, failed, p50: at(0.5), p99: at(0.99) };
}
