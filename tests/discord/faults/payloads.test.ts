import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { changedPayload } from "./changed-payload.ts";
import { answerPart, question } from "./fault-scene.ts";
import { openProgramScene, type ProgramScene, processTimeoutMs } from "./running-program.ts";

const each = 150;
const atOnce = 25;

let scene: ProgramScene;

beforeAll(async () => {
  scene = await openProgramScene();
});
afterEach(() => scene.stop());
afterAll(() => scene.close());

/** A message as Discord tells of it. */
async function saidMessage(): Promise<Record<string, unknown>> {
  const { anna, channel, standIn } = scene;
  const { id } = anna.say(channel, question, { mention: true });
  const response = await fetch(`${standIn.url}/v10/channels/${channel.id}/messages/${id}`, {
    headers: { authorization: `Bot ${standIn.token}`, "user-agent": "DiscordBot (none, 1)" },
  });
  const message = z.record(z.string(), z.unknown()).parse(await response.json());
  return { ...message, guild_id: channel.guildId };
}

const idOf = ({ id }: Record<string, unknown>): unknown => id;

it(
  "a program that is sent events with missing and wrong fields, hundreds of them, answers the next question",
  async () => {
    const { anna, channel, standIn } = scene;
    const { child, output } = await scene.connect({
      COOLDOWN_PERSON_QUESTIONS: "100000",
      COOLDOWN_CHANNEL_QUESTIONS: "100000",
    });
    const asked = anna.slash(channel, "ask", { question });
    const answer = await asked.message();
    const clicked = anna.click(answer, "Kontext");
    await clicked.message();
    const typed = anna.autocomplete(channel, "ask", "source", "leucht");
    await typed.choices();
    const message = await saidMessage();
    const { id: messageId } = message;
    const kinds: readonly (readonly [string, Record<string, unknown>])[] = [
      ["INTERACTION_CREATE", asked.payload],
      ["INTERACTION_CREATE", clicked.payload],
      ["INTERACTION_CREATE", typed.payload],
      ["MESSAGE_CREATE", message],
      ["MESSAGE_UPDATE", { ...message, edited_timestamp: new Date().toISOString() }],
      ["MESSAGE_DELETE", { id: messageId, channel_id: channel.id, guild_id: channel.guildId }],
    ];
    let id = BigInt(asked.id);
    for (const [t, payload] of kinds) {
      const changed = fc.sample(changedPayload(payload), { seed: 7, numRuns: each });
      for (const [number, d] of changed.entries()) {
        const isKept = Object.is(idOf(d), idOf(payload));
        standIn.faults.sendRaw({ t, d: isKept ? { ...d, id: String(++id) } : d });
        if (number % atOnce === 0) await standIn.delivered();
      }
      await standIn.delivered();
      expect(await scene.ask(question), output().slice(-2000)).toContain(answerPart);
    }
    expect(child.exitCode).toBeNull();
    expect(standIn.connections).toBe(1);
  },
  processTimeoutMs,
);
