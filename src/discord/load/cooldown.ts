import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Settings } from "../../config/settings.ts";
import type { Store } from "../../store/store.ts";

/** A click looks something up; a question searches everything and counts as this many clicks. */
const costs = { question: 4, click: 1 } as const;

export type Turn =
  | { readonly isGranted: true }
  /** `isFirst`: nobody has been told yet during this wait. */
  | { readonly isGranted: false; readonly waitSeconds: number; readonly isFirst: boolean };

/** Keeps one person, or one busy channel, from monopolising the bot. */
export interface Cooldowns {
  take(what: keyof typeof costs, personId: string, channelId: string): Promise<Turn>;
}

/** @param store whose cooldowns count for all processes of the bot that share it; absent: each process has its own */
export function createCooldowns(
  { person, channel }: Settings["cooldown"],
  store?: Pick<Store, "shared" | "personHash">,
): Cooldowns {
  const persons = limiter("person", person, store?.shared);
  const channels = limiter("channel", channel, store?.shared);
  // What is written down tells nobody who has the store alone who asked, and where.
  const keyOf = (id: string): string => (store?.shared === undefined ? id : store.personHash(id));
  return {
    async take(what, personId, channelId) {
      const turn = await take(persons, keyOf(personId), costs[what]);
      return turn.isGranted ? take(channels, keyOf(channelId), costs[what]) : turn;
    },
  };
}

type Limiter = RateLimiterMemory | RateLimiterPostgres;

/** Where the others cannot be asked, each process counts by itself. */
function limiter(
  keyPrefix: string,
  { questions, seconds }: Settings["cooldown"]["person"],
  shared: Store["shared"],
): Limiter {
  const limits = { keyPrefix, points: questions * costs.question, duration: seconds };
  const own = new RateLimiterMemory(limits);
  if (shared === undefined) return own;
  return new RateLimiterPostgres({
    ...limits,
    storeClient: shared,
    storeType: "pool",
    tableName: "cooldowns",
    tableCreated: true,
    insuranceLimiter: own,
  });
}

async function take(limiter: Limiter, key: string, points: number): Promise<Turn> {
  try {
    await limiter.consume(key, points);
    return { isGranted: true };
  } catch (rejected) {
    if (!(rejected instanceof RateLimiterRes)) throw rejected;
    return {
      isGranted: false,
      // A clock that was set back would yield a wait of days.
      waitSeconds: Math.max(1, Math.min(limiter.duration, Math.ceil(rejected.msBeforeNext / 1000))),
      isFirst: rejected.consumedPoints - points <= limiter.points,
    };
  }
}
