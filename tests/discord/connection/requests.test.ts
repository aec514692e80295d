import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { createRequests } from "../../../src/discord/connection/requests.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { inScene, question } from "../faults/fault-scene.ts";

const api = "https://discord.example/api/v10";
const callback = `${api}/interactions/1/token/callback`;
const followUp = `${api}/webhooks/1/token`;
const posting = `${api}/channels/1/messages`;

type Reply =
  | { readonly status: number; readonly body?: object; readonly breaksOff?: boolean }
  | { readonly code: string };

/** Sends to a Discord that answers so, one after the other. */
function sending(replies: readonly Reply[]) {
  const left = [...replies];
  let sent = 0;
  const send = createRequests(async () => {
    sent++;
    const reply = left.shift() ?? { status: 200, body: { last: true } };
    if ("code" in reply) throw Object.assign(new Error("failed"), { code: reply.code });
    const body = reply.status === 204 ? null : JSON.stringify(reply.body ?? {});
    return new Response(reply.breaksOff === true ? brokenOff() : body, { status: reply.status });
  });
  return {
    count: () => sent,
    post: (url: string, body = "{}") => send(url, { method: "POST", body }),
    get: (url: string) => send(url, { method: "GET" }),
  };
}

function brokenOff(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode("{"));
      stream.error(Object.assign(new Error("failed"), { code: "UND_ERR_SOCKET" }));
    },
  });
}

const lost: Reply = { code: "UND_ERR_SOCKET" };
const done: Reply = { status: 400, body: { code: 40060, message: "already acknowledged" } };

describe("requests", () => {
  it("are sent again after failures, until there is an answer", async () => {
    const { get, count } = sending([lost, { status: 502 }, { status: 200 }]);
    expect((await get(`${api}/channels/1`)).status).toBe(200);
    expect(count()).toBe(3);
  });

  it("are lost where the response breaks off", async () => {
    const broken: Reply = { status: 200, breaksOff: true };
    expect(await (await sending([broken, { status: 200, body: { id: "1" } }]).get(`${api}/channels/1`)).json()).toEqual(
      {
        id: "1",
      },
    );
    expect((await sending([lost, { ...done, breaksOff: true }, done]).post(callback)).status).toBe(204);
    const { post, count } = sending([broken]);
    await expect(post(followUp)).rejects.toThrow("failed");
    expect(count()).toBe(1);
  });

  it("end with the failure when it goes on", async () => {
    const { get, count } = sending(Array.from({ length: 9 }, () => ({ status: 500 })));
    expect((await get(`${api}/channels/1`)).status).toBe(500);
    expect(count()).toBe(5);
  });

  it("take an acknowledgement that was there already for their own, but only after a failure", async () => {
    expect((await sending([lost, done]).post(callback)).status).toBe(204);
    expect((await sending([{ status: 502 }, done]).post(callback)).status).toBe(204);
    const refused = await sending([done]).post(callback);
    expect([refused.status, await refused.json()]).toEqual([400, done.body]);
    const other = await sending([lost, { status: 400, body: { code: 50035 } }]).post(callback);
    expect([other.status, await other.json()]).toEqual([400, { code: 50035 }]);
  });

  it("take it for their own although Discord asked for patience in between", async () => {
    const { post } = sending([lost, { status: 429 }, { status: 429 }, done, done]);
    // discord.js waits, and sends anew.
    expect((await post(callback)).status).toBe(429);
    expect((await post(callback)).status).toBe(429);
    expect((await post(`${api}/interactions/2/token/callback`)).status).toBe(400);
    expect((await post(callback)).status).toBe(204);
  });

  it("that would do their work twice are sent once, unless Discord has not seen them", async () => {
    for (const url of [followUp, posting]) {
      await expect(sending([lost]).post(url)).rejects.toThrow("failed");
      expect((await sending([{ status: 502 }]).post(url)).status).toBe(502);
      expect((await sending([{ code: "ECONNREFUSED" }, { status: 200 }]).post(url)).status).toBe(200);
      expect((await sending([{ status: 503 }, { status: 200 }]).post(url)).status).toBe(200);
    }
  });

  it("that create messages are sent again where a nonce keeps them from coming twice", async () => {
    const body = JSON.stringify({ nonce: "1", enforce_nonce: true });
    expect((await sending([lost, { status: 200 }]).post(posting, body)).status).toBe(200);
  });
});

describe("a shared answer", () => {
  let app: Awaited<ReturnType<typeof openCollection>>;
  beforeAll(async () => {
    app = await openCollection();
  }, openingTimeoutMs);
  afterAll(() => app.close());

  it.each(["reset", "closed"] as const)("whose response is lost (%s) is there once", (loseResponse) =>
    inScene(app, {}, async (scene) => {
      const { anna, channel, standIn } = scene;
      const own = await anna.slash(channel, "ask", { question, private: true }).message();
      const fault = standIn.faults.failRest({ match: /POST \/webhooks\/\d+\/[^/]+$/, loseResponse });
      const shared = standIn.nextMessage(channel, ({ ephemeralFor }) => ephemeralFor === undefined);
      anna.select(own, "Mehr …", ["Für alle sichtbar machen"]);
      expect(renderForPerson(await shared)).toContain("1887");
      await fault.spent;
      await standIn.delivered();
      const visible = standIn
        .messages(channel)
        .filter(({ ephemeralFor, author }) => author === standIn.bot && ephemeralFor === undefined);
      expect(visible).toHaveLength(1);
      await anna.slash(channel, "help").message();
      expect(standIn.interactions.filter(({ state }) => state === "thinking" || state === "updating")).toEqual([]);
    }),
  );
});
