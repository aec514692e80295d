import { parseArgs } from "node:util";

/** What the command line asks for. */
export interface Arguments {
  readonly seeds: readonly number[];
  /** How long each simulation is. */
  readonly minutes: number;
  /** Whether the history is written: of one seed, that is. */
  readonly isReplay: boolean;
}

/** @returns undefined where they make no sense */
export function readArguments(args: readonly string[]): Arguments | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seeds: { type: "string" },
        from: { type: "string", default: "1" },
        seed: { type: "string" },
        minutes: { type: "string", default: "10" },
      },
    });
    const numbers = [values.seeds ?? "1", values.from, values.seed ?? "1", values.minutes].map(Number);
    const [count = 0, from = 0, seed = 0, minutes = 0] = numbers;
    if (!numbers.every((number) => Number.isInteger(number) && number > 0)) return undefined;
    if ((values.seed === undefined) === (values.seeds === undefined)) return undefined;
    const isReplay = values.seed !== undefined;
    return { seeds: isReplay ? [seed] : Array.from({ length: count }, (_, at) => from + at), minutes, isReplay };
  } catch {
    return undefined;
  }
}
