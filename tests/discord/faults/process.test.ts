import { execFileSync } from "node:child_process";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { answerPart, question } from "./fault-scene.ts";
import { openProgramScene, type ProgramScene, processTimeoutMs } from "./running-program.ts";

let scene: ProgramScene;

beforeAll(async () => {
  scene = await openProgramScene();
});
afterEach(() => scene.stop());
afterAll(() => scene.close());

it(
  "outlives what would break it, shows its health, and keeps its token to itself",
  async () => {
    const { anna, channel, standIn } = scene;
    const { child, ended, output, page } = await scene.connect();
    expect(await scene.ask(question)).toContain(answerPart);
    // The library throws where nobody catches.
    standIn.faults.sendRaw({ t: "MESSAGE_CREATE", d: { id: "1", channel_id: channel.id, author: null } });
    standIn.faults.sendRaw({ t: "GUILD_CREATE", d: {} });
    standIn.faults.sendRawText("{");
    await standIn.delivered();
    expect(await scene.ask(question)).toContain(answerPart);
    expect(output()).toContain("error outside of any answer");

    expect(await page("/healthz")).toMatchObject({ status: 200 });
    expect(await page("/readyz")).toMatchObject({ status: 200 });
    const { text } = await page("/metrics");
    expect(text).toContain('fundstelle_questions_total{trigger="command"} 2');
    expect(text).toContain("fundstelle_index_documents 1");
    expect(text).toContain("process_resident_memory_bytes");

    const shown = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" });
    expect(shown + text + output()).not.toContain(standIn.token);

    const asked = anna.slash(channel, "ask", { question });
    await asked.acknowledged;
    child.kill("SIGTERM");
    expect(renderForPerson(await asked.message())).toContain(answerPart);
    expect(await ended).toEqual([0, null]);
  },
  processTimeoutMs,
);

it(
  "ends with exit code 3 when nothing comes from Discord any more, and answers after the next start",
  async () => {
    const { standIn } = scene;
    const { ended, output } = await scene.connect({ GATEWAY_SILENCE_SECONDS: "1" });
    standIn.faults.refuseConnections(true);
    standIn.faults.dropConnections();
    const exit = await ended;
    expect(exit, output()).toEqual([3, null]);
    expect(output()).toContain('"code":"gateway-silent"');
    standIn.faults.refuseConnections(false);
    await scene.connect();
    expect(await scene.ask(question)).toContain(answerPart);
  },
  processTimeoutMs,
);

it(
  "answers again after SIGKILL in the middle of answers",
  async () => {
    const { child, ended } = await scene.connect();
    for (let number = 0; number < 5; number++) scene.anna.slash(scene.channel, "ask", { question });
    child.kill("SIGKILL");
    await ended;
    await scene.connect();
    expect(await scene.ask(question)).toContain(answerPart);
  },
  processTimeoutMs,
);

it.each([520, "hanging"] as const)(
  "ends at SIGTERM while the gateway does not let it in (%s)",
  async (door) => {
    const { standIn } = scene;
    standIn.faults.setGatewayDoor(door);
    const knocked = standIn.next("handshake", undefined, processTimeoutMs);
    const { child, ended, output } = scene.run();
    await knocked;
    child.kill("SIGTERM");
    expect(await ended, output()).toEqual([0, null]);
    standIn.faults.setGatewayDoor("open");
    await scene.connect();
    expect(await scene.ask(question)).toContain(answerPart);
  },
  processTimeoutMs,
);

it(
  "ends with exit code 3 when nothing comes over one of its shards, though the others are well",
  async () => {
    const { standIn } = scene;
    const first = standIn.next("identify", undefined, processTimeoutMs);
    const second = first.then(() => standIn.next("identify"));
    const { ended, output } = scene.run({ GATEWAY_SILENCE_SECONDS: "4", SHARD_COUNT: "2" });
    await second;
    standIn.faults.setGatewayDoor("hanging");
    standIn.faults.dropConnections(undefined, 1);
    expect(await ended, output()).toEqual([3, null]);
    expect(output()).toContain("shard 1");
  },
  processTimeoutMs,
);
