import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import type { Person } from "../../../discord-stand-in/people/people.ts";
import type { StandIn } from "../../../discord-stand-in/stand-in.ts";
import type { Channel, Message } from "../../../discord-stand-in/state/state.ts";

/** A crowd in one server: every question is somebody's next one, somewhere, at its time. */
export interface LoadPlan {
  readonly people: number;
  readonly channels: number;
  readonly perMinute: number;
  readonly seconds: number;
  readonly questions: readonly string[];
  /** How long an answer may take before it counts as lost. */
  readonly patienceMs: number;
}

export interface Spread {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** A question that nobody answered. */
export interface Unanswered {
  /** Of its interaction or message. */
  readonly id: string;
  readonly trigger: "command" | "mention";
  readonly question: string;
}

export interface LoadFigures {
  readonly asked: number;
  readonly answered: number;
  /** Told to wait, or that there is too much to do. */
  readonly refused: number;
  /** Told that something has gone wrong, and under which id the log has it. */
  readonly failed: number;
  /** What got no answer at all. */
  readonly unanswered: readonly Unanswered[];
  /** Milliseconds from a command to its acknowledgement ("thinking"). */
  readonly acknowledgedMs: Spread;
  /** Milliseconds from a command or mention to the answer. */
  readonly answeredMs: Spread;
}

const refusal = /noch einmal\.?$|try again|too much to do|zu viel los/im;

/** Somebody's question, under way. */
interface Asked {
  readonly id: string;
  readonly answer: Promise<string>;
}

/** Adds the crowd, lets it ask in turns by command and by mention, and waits for the last answer. */
export async function letPeopleAsk(standIn: StandIn, plan: LoadPlan): Promise<LoadFigures> {
  const crowd = await gather(standIn, plan);
  const replies = new Map<string, (answer: Message) => void>();
  const stopListening = standIn.on("message", (message) => {
    if (message.author === standIn.bot && message.replyTo !== undefined) replies.get(message.replyTo)?.(message);
  });
  const acknowledged: number[] = [];
  const answered: number[] = [];
  const unanswered: Unanswered[] = [];
  let refused = 0;
  let failed = 0;
  const count = Math.round((plan.perMinute * plan.seconds) / 60);
  const running = new Set<Promise<void>>();

  const ask = async (number: number): Promise<void> => {
    const person = at(crowd.people, number);
    const channel = at(crowd.channels, number);
    const question = at(plan.questions, number);
    const startedAt = performance.now();
    const trigger = number % 2 === 0 ? "command" : "mention";
    const { id, answer } =
      trigger === "command"
        ? byCommand(standIn, person, channel, question, plan.patienceMs, acknowledged)
        : byMention(replies, person, channel, question, plan.patienceMs);
    try {
      const text = await answer;
      if (text.includes(`\`${id}\``)) failed++;
      else if (refusal.test(text)) refused++;
      else answered.push(performance.now() - startedAt);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      unanswered.push({ id, trigger, question });
    }
  };

  const startedAt = performance.now();
  for (let number = 0; number < count; number++) {
    const dueMs = (number * 60_000) / plan.perMinute - (performance.now() - startedAt);
    if (dueMs > 0) await pause(dueMs);
    const asking = ask(number).finally(() => running.delete(asking));
    running.add(asking);
  }
  await Promise.all(running);
  stopListening();
  return {
    asked: count,
    answered: answered.length,
    refused,
    failed,
    unanswered,
    acknowledgedMs: spreadOf(acknowledged),
    answeredMs: spreadOf(answered),
  };
}

async function gather(standIn: StandIn, plan: LoadPlan) {
  const guild = standIn.addGuild("Menge", { locale: "de" });
  const channels = Array.from({ length: plan.channels }, (_, number) => standIn.addChannel(guild, `raum-${number}`));
  const people = Array.from({ length: plan.people }, (_, number) => {
    const person = standIn.addUser(`mensch-${number}`, { locale: number % 3 === 0 ? "en-US" : "de" });
    standIn.join(guild, person);
    return person;
  });
  await standIn.delivered();
  return { channels, people };
}

class NoAnswer extends Error {}

function byCommand(
  standIn: StandIn,
  person: Person,
  channel: Channel,
  question: string,
  patienceMs: number,
  acknowledged: number[],
): Asked {
  const asked = person.slash(channel, "ask", { question });
  const answer = async () => {
    const shown = await standIn.settled(asked, patienceMs).catch((cause: unknown) => {
      throw new NoAnswer("No answer", { cause });
    });
    if (asked.acknowledgedAfterMs !== undefined) acknowledged.push(asked.acknowledgedAfterMs);
    if (shown.kind !== "message") throw new NoAnswer(`The person saw: ${shown.kind}`);
    return renderForPerson(shown.message);
  };
  return { id: asked.id, answer: answer() };
}

function byMention(
  replies: Map<string, (answer: Message) => void>,
  person: Person,
  channel: Channel,
  question: string,
  patienceMs: number,
): Asked {
  const { id } = person.say(channel, question, { mention: true });
  const answer = new Promise<Message>((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoAnswer("No answer")), patienceMs);
    replies.set(id, (message) => {
      clearTimeout(timer);
      resolve(message);
    });
  });
  return { id, answer: answer.finally(() => replies.delete(id)).then(renderForPerson) };
}

/** Values in order of size, at the half, at 99 of 100, and the last. */
function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const quantile = (part: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0);
  return { p50: quantile(0.5), p99: quantile(0.99), most: Math.round(sorted.at(-1) ?? 0) };
}

function at<T>(list: readonly T[], number: number): T {
  const value = list[number % list.length];
  if (value === undefined) throw new RangeError("The list is empty");
  return value;
}
