import type { Happened } from "../history/event.ts";
import type { Check } from "./finding.ts";
import { isOutage } from "./outages.ts";
import { isQuestion, storiesOf } from "./story.ts";

/** Every question that came to the bot, and whose asker Discord still lets it answer, is answered or refused. */
export const answered: Check = (events) =>
  storiesOf(events)
    .filter((story) => isQuestion(story) && !story.isWithdrawn && story.shown.length === 0)
    .filter(({ asked, lateMs, isAmidGoodbye }) => asked.isCalm || (lateMs !== undefined && !isAmidGoodbye))
    .filter(({ asked, isUnacknowledged }) => asked.trigger !== "command" || !isUnacknowledged)
    .map(({ asked }) => ({
      rule: "answered",
      at: asked.at,
      what: `${asked.trigger} ${asked.id} got no answer: ${asked.what}`,
    }));

/** No question has two answers side by side. */
export const answeredOnce: Check = (events) => {
  const removed = new Set(events.flatMap((event) => (event.kind === "removed" ? [event.message] : [])));
  return storiesOf(events)
    .filter(isQuestion)
    .flatMap(({ asked, shown }) => {
      const standing = new Set(shown.map(({ message }) => message).filter((message) => !removed.has(message)));
      if (standing.size <= 1) return [];
      const what = `${asked.trigger} ${asked.id} is answered by ${[...standing].join(" and ")}: ${asked.what}`;
      return [{ rule: "answered once", at: asked.at, what }];
    });
};

/** Nothing stays "thinking". */
export const nothingThinking: Check = (events) =>
  events.flatMap((event) =>
    event.kind === "left thinking" ? [{ rule: "nothing thinking", at: event.at, what: `${event.id} thinks on` }] : [],
  );

/** Nothing that would end the process or that Discord refuses, and no failure told that has no cause outside. */
export const nothingBroken: Check = (events) =>
  events.flatMap((event) =>
    event.kind === "broken" ? [{ rule: "nothing broken", at: event.at, what: event.what }] : unexplained(event, events),
  );

/** People are told an id for the log where something failed that nobody foresaw. */
function unexplained(event: Happened, events: readonly Happened[]) {
  if (event.kind !== "shown" || event.to === undefined || !event.text.includes(`\`${event.to}\``)) return [];
  const { to, at } = event;
  const isMet = events.some((other) => other.kind === "met" && other.line.includes(to) && other.at <= at);
  const askedAt = events.find((other) => other.kind === "asked" && other.id === to)?.at ?? at;
  return isMet || isOutage(events, askedAt, at)
    ? []
    : [{ rule: "nothing broken", at, what: `${to} failed: ${event.text}` }];
}
