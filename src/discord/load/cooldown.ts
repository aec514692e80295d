import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Settings } from "../../config/settings.ts";

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

export function createCooldowns({ person, channel }: Settings["cooldown"]): Cooldowns {
  const persons = limiter("person", person);
  const channels = limiter("channel", channel);
  return {
    async take(what, personId, channelId) {
      const turn = await take(persons, personId, costs[what]);
      return turn.isGranted ? take(channels, channelId, costs[what]) : turn;
    },
  };
}

function limiter(keyPrefix: string, { questions, seconds }: Settings["cooldown"]["person"]): RateLimiterMemory {
  return new RateLimiterMemory({ keyPrefix, points: questions * costs.question, duration: seconds });
}

async function take(limiter: RateLimiterMemory, key: string, points: number): Promise<Turn> {
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
