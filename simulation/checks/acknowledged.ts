import type { Happened } from "../history/event.ts";
import type { Check } from "./finding.ts";
import { isOutage } from "./outages.ts";
import { isInteraction, type Story, storiesOf } from "./story.ts";

/** Discord gives up after so long. */
const interactionMs = 3000;
/** What a bot needs of that that is well, and whose network is. */
const fairMs = 1000;
/** What one request costs that nobody answers, until the bot tries again. */
const hangingMs = 1300;
const otherMs = 600;

/** Everything that wants it is acknowledged in time, unless Discord is down for the bot meanwhile. */
export const acknowledgedInTime: Check = (events) =>
  storiesOf(events)
    .filter((story) => isInteraction(story) && story.acknowledgedAfterMs === undefined)
    .filter((story) => story.asked.isCalm || !isExcused(story, events))
    .map(({ asked }) => ({
      rule: "acknowledged in time",
      at: asked.at,
      what: `${asked.trigger} ${asked.id} was never acknowledged: ${asked.what}`,
    }));

function isExcused({ asked, lateMs, met, isAmidGoodbye }: Story, events: readonly Happened[]): boolean {
  if (lateMs === undefined || lateMs > interactionMs - fairMs || isAmidGoodbye) return true;
  const costMs = met.reduce((sum, { fault }) => sum + (fault.includes("hang") ? hangingMs : otherMs), lateMs);
  return costMs > interactionMs - fairMs || isOutage(events, asked.at, asked.at + interactionMs);
}
