import { expect } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { messageFlags } from "../../../discord-stand-in/flags.ts";
import type { RestFault } from "../../../discord-stand-in/rest/rest-faults.ts";
import type { App } from "../../../src/app.ts";
import { type BotScene, type BotSceneOptions, openBotScene } from "../scene.ts";

export const question = "Wann wurde der Leuchtturm von Sandersoog gebaut?";
export const answerPart = "1887";

/** Long enough for the client's own pauses: it identifies every five seconds at most. */
export const patienceMs = 15_000;

/** Failures that Discord gets over by itself: whoever asks again is answered. */
export const passingFaults: readonly [string, Partial<RestFault>][] = [
  ["500", { status: 500, times: 2 }],
  ["502", { status: 502, times: 2 }],
  ["503", { status: 503, times: 2 }],
  ["429 of the route", { status: 429, retryAfter: 0.1 }],
  ["429 of all routes", { status: 429, retryAfter: 0.1, global: true }],
  ["a response lost by a reset", { loseResponse: "reset" }],
  ["a response lost by a close", { loseResponse: "closed" }],
  ["a response lost, and a failure after it", { loseResponse: "closed", times: 2 }],
];

/** Opens a scene, lets something happen in it, and closes it whatever comes of it. */
export async function inScene(
  app: Pick<App, "fundstelle">,
  options: BotSceneOptions,
  happen: (scene: BotScene) => Promise<void>,
): Promise<void> {
  const scene = await openBotScene(app, { ...options, standIn: { waitMs: patienceMs, ...options.standIn } });
  try {
    await happen(scene);
  } finally {
    scene.standIn.faults.clear();
    await scene.close();
  }
}

/** What must hold after every fault: the bot answers the next question, nothing twice, and nothing is left open. */
export async function expectSound(scene: BotScene): Promise<void> {
  await expectNextAnswers(scene);
  expectNothingTwice(scene);
  expectNothingThinking(scene);
}

/** The next command and the next mention, in a channel that had no part in the fault. */
export async function expectNextAnswers({ standIn, guild, ben }: BotScene): Promise<void> {
  const place = standIn.addChannel(guild, "danach");
  await standIn.delivered();
  expect(renderForPerson(await ben.slash(place, "ask", { question }).message())).toContain(answerPart);
  const replied = standIn.nextMessage(place);
  ben.say(place, question, { mention: true });
  expect(renderForPerson(await replied)).toContain(answerPart);
}

/** At most one reply to a message, and one message for an interaction. */
export function expectNothingTwice({ standIn }: BotScene): void {
  const answered = standIn.channels.flatMap((channel) =>
    standIn
      .messages(channel)
      .filter((message) => message.author === standIn.bot && !message.deleted)
      .flatMap((message) => message.interaction?.id ?? message.replyTo ?? []),
  );
  expect(answered.filter((id, index) => answered.indexOf(id) !== index)).toEqual([]);
}

export function expectNothingThinking({ standIn }: BotScene): void {
  const open = standIn.interactions.filter(({ state }) => state === "thinking" || state === "updating");
  const loading = standIn.channels
    .flatMap((channel) => standIn.messages(channel))
    .filter((message) => (message.flags & messageFlags.loading) !== 0 && !message.deleted);
  expect(open.map(({ id, state }) => `${id} ${state}`)).toEqual([]);
  expect(loading.map(({ id }) => id)).toEqual([]);
}

/** A collection whose answers wait until they are let go. */
export function gated(app: Pick<App, "fundstelle">) {
  let open: () => void = () => undefined;
  let tell: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const fundstelle: App["fundstelle"] = {
    ...app.fundstelle,
    ask: async (text, options) => {
      tell();
      await gate;
      return app.fundstelle.ask(text, options);
    },
  };
  return { open, asked, fundstelle };
}
