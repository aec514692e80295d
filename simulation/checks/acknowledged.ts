import type { Happened } from "../history/event.ts";
import type { Check } from "./finding.ts";
import { isInteraction, type Story, storiesOf } from "./story.ts";

/** Discord gives up after so long. */
const interactionMs = 3000;
/** What a bot needs of that that is well, and whose network is. */
const fairMs = 1000;
/** What one request costs that nobody answers, until the bot tries again. */
const hangingMs = 1300;
const otherMs = 600;

/** Faults during which nothing comes through, whatever a bot does. */
const outages: ReadonlySet<string> = new Set([
  "connections refused",
  "name unknown",
  "network stands still",
  "connecting hangs",
]);

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

function isOutage(events: readonly Happened[], from: number, until: number): boolean {
  return events.some(
    (event) =>
      event.kind === "fault" && outages.has(event.name) && event.at <= until && event.at + event.lastsMs >= from,
  );
}
