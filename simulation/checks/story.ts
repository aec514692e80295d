import type { Event, Happened } from "../history/event.ts";

type Of<K extends Event["kind"]> = Extract<Happened, { readonly kind: K }>;

/** What became of one thing that somebody asked. */
export interface Story {
  readonly asked: Of<"asked">;
  readonly isWithdrawn: boolean;
  /** How late Discord sent it to the bot; undefined: never. */
  readonly lateMs: number | undefined;
  readonly acknowledgedAfterMs: number | undefined;
  readonly isUnacknowledged: boolean;
  readonly isLeftThinking: boolean;
  /** What the bot has shown for it, in that order. */
  readonly shown: readonly Of<"shown">[];
  /** Whether the bot was just saying goodbye, so that it may not have come to it. */
  readonly isAmidGoodbye: boolean;
  /** Faults of Discord's REST that met requests for it. */
  readonly met: readonly Of<"met">[];
}

/** A goodbye that is under way crosses what Discord sends meanwhile. */
const crossingMs = 700;

/** What became of all that was asked, in its order. */
export function storiesOf(events: readonly Happened[]): Story[] {
  const of = <K extends Event["kind"]>(kind: K): Of<K>[] =>
    events.filter((event): event is Of<K> & Happened => event.kind === kind);
  const [shown, met] = [of("shown"), of("met")];
  const idsOf = (kind: "withdrawn" | "unacknowledged" | "left thinking") => new Set(of(kind).map(({ id }) => id));
  const [withdrawn, unacknowledged, thinking] = [idsOf("withdrawn"), idsOf("unacknowledged"), idsOf("left thinking")];
  const goodbyes = of("gateway").filter(({ what }) => what === "closed with 1000");
  const standstills = of("fault").filter(({ name }) => name === "network stands still");
  /** When at the latest something gets to the bot that was sent at a time. */
  const arrivesBy = (sentAt: number): number => {
    const ends = standstills.map(({ at, lastsMs }) => (at <= sentAt ? at + lastsMs : 0));
    return Math.max(sentAt, ...ends) + crossingMs;
  };
  const late = new Map(of("delivered").map(({ id, lateMs }) => [id, lateMs]));
  const acknowledged = new Map(of("acknowledged").map(({ id, afterMs }) => [id, afterMs]));
  return of("asked").map((asked) => ({
    asked,
    isWithdrawn: withdrawn.has(asked.id),
    lateMs: late.get(asked.id),
    acknowledgedAfterMs: acknowledged.get(asked.id),
    isUnacknowledged: unacknowledged.has(asked.id),
    isLeftThinking: thinking.has(asked.id),
    isAmidGoodbye: goodbyes.some(({ at }) => {
      const cameAt = asked.at + (late.get(asked.id) ?? 0);
      return cameAt <= at && at <= arrivesBy(cameAt);
    }),
    shown: shown.filter(({ to }) => to === asked.id),
    met: met.filter(({ line }) => line.includes(asked.id)),
  }));
}

/** Whether an interaction wants to be acknowledged. */
export function isInteraction({ asked }: Story): boolean {
  return asked.trigger === "command" || asked.trigger === "click" || asked.trigger === "completion";
}

export function isQuestion({ asked }: Story): boolean {
  return asked.trigger !== "click" && asked.trigger !== "completion";
}
