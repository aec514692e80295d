import type { Happened } from "../history/event.ts";

/** Faults during which nothing comes through, whatever a bot does. */
const outages: ReadonlySet<string> = new Set([
  "connections refused",
  "name unknown",
  "network stands still",
  "connecting hangs",
]);

/** Whether the bot could reach nothing at some time between two. */
export function isOutage(events: readonly Happened[], from: number, until: number): boolean {
  return events.some(
    (event) =>
      event.kind === "fault" && outages.has(event.name) && event.at <= until && event.at + event.lastsMs >= from,
  );
}
