import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../discord-stand-in/console/render.ts";
import { startStandIn } from "../../discord-stand-in/stand-in.ts";
import { parseSettings } from "../../src/config.ts";
import { startBot } from "../../src/discord/bot.ts";
import { AppError } from "../../src/errors.ts";
import { createLog } from "../../src/observability/log.ts";
import { openCollection, openingTimeoutMs } from "./collection.ts";
import { openBotScene } from "./scene.ts";

let app: Awaited<ReturnType<typeof openCollection>>;
const question = "Wann wurde der Leuchtturm von Sandersoog gebaut?";

beforeAll(async () => {
  app = await openCollection();
}, openingTimeoutMs);
afterAll(() => app.close());

/** Questions wait until the gate is opened. */
function gated() {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const fundstelle: typeof app.fundstelle = {
    ...app.fundstelle,
    ask: async (text, options) => {
      await gate;
      return app.fundstelle.ask(text, options);
    },
  };
  return { open, fundstelle };
}

describe("Discord's rules", () => {
  it("keeps an answer that takes longer than three seconds", async () => {
    const { open, fundstelle } = gated();
    const scene = await openBotScene(app, { fundstelle });
    const asked = scene.anna.slash(scene.channel, "ask", { question });
    expect(await asked.acknowledged).toBe(5);
    scene.standIn.advance(60_000);
    open();
    expect(renderForPerson(await asked.message())).toContain("1887");
    expect(scene.standIn.violations).toEqual([]);
    await scene.close();
  });

  it("finishes what is being answered before it closes, and takes nothing new on", async () => {
    const { open, fundstelle } = gated();
    const scene = await openBotScene(app, { fundstelle });
    const asked = scene.anna.slash(scene.channel, "ask", { question });
    await asked.acknowledged;
    const closed = scene.restart();
    const late = await scene.ben.slash(scene.channel, "ask", { question }).message();
    expect(renderForPerson(late)).toContain("being restarted");
    const told = scene.standIn.nextMessage(scene.channel);
    scene.ben.say(scene.channel, question, { mention: true });
    expect(renderForPerson(await told)).toContain("werde gerade neu gestartet");
    open();
    expect(renderForPerson(await asked.message())).toContain("1887");
    await closed;
    await scene.close();
  });

  it("answers what it has claimed, although it begins to close while it claims it", async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    let tell: () => void = () => undefined;
    const claiming = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const take = async () => {
      tell();
      await gate;
      return true;
    };
    const query = () => Promise.reject(new Error("cooldowns are counted here"));
    const scene = await openBotScene(app, { shared: { claims: { take, release: async () => undefined }, query } });
    const asked = scene.anna.slash(scene.channel, "ask", { question });
    await claiming;
    const closed = scene.restart();
    open();
    expect(renderForPerson(await asked.message())).toContain("1887");
    await closed;
    await scene.close();
  });

  it("replies to the person when something breaks, and logs it under the interaction's id", async () => {
    const fundstelle = {
      ...app.fundstelle,
      ask: () => Promise.reject(new TypeError("the shelf has fallen over")),
      suggestQuestions: () => {
        throw new TypeError("no shelf");
      },
    };
    const scene = await openBotScene(app, { fundstelle });
    const { anna, channel, standIn, logged } = scene;
    const asked = anna.slash(channel, "ask", { question });
    expect(renderForPerson(await asked.message())).toContain(`Protokoll unter \`${asked.id}\``);
    expect(logged.some((line) => line.includes(asked.id) && line.includes("the shelf has fallen over"))).toBe(true);
    anna.say(channel, question, { mention: true });
    expect(renderForPerson(await standIn.nextMessage(channel))).toContain("Da ist etwas schiefgegangen");
    expect(standIn.violations).toEqual([]);
    await scene.close();
  });

  it("answers once what the gateway tells twice", async () => {
    const scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    standIn.faults.duplicateEvents();
    anna.say(channel, question, { mention: true });
    await standIn.nextMessage(channel);
    await anna.slash(channel, "ask", { question }).message();
    await standIn.delivered();
    standIn.faults.clear();
    anna.say(anna.dm, question);
    await standIn.nextMessage(anna.dm);
    expect(standIn.messages(channel).filter((message) => message.author.bot)).toHaveLength(2);
    expect(standIn.violations).toEqual([]);
    await scene.close();
  });
});

describe("an address that Discord does not take", () => {
  const refused = {
    status: 400,
    code: 50035,
    message:
      "Invalid Form Body\ncomponents[0].components[3].components[2].url[URL_TYPE_INVALID_URL]: Not a well formed URL.",
  };

  it("costs an answer its button, not the asker the answer", async () => {
    const scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    standIn.faults.failRest({ match: /PATCH .*@original/, ...refused });
    const answers = [await anna.slash(channel, "ask", { question }).message()];
    standIn.faults.failRest({ match: /POST .*channels.*messages/, ...refused });
    anna.say(channel, question, { mention: true });
    answers.push(await standIn.nextMessage(channel));
    for (const answer of answers.map(renderForPerson)) {
      expect(answer).toContain("1887");
      expect(answer).not.toContain("https://");
    }
    await scene.close();
  });
});

describe("documents for some servers", () => {
  it(
    "are seen from these alone: answers, autocomplete, citations, reading, lists, counts",
    async () => {
      let own: typeof app | undefined;
      const scene = await openBotScene(async (guildId) => {
        own = await openCollection(guildId);
        return own;
      });
      const { anna, standIn } = scene;
      const strangers = standIn.addGuild("Fremde", { locale: "de" });
      const elsewhere = standIn.addChannel(strangers, "allgemein");
      standIn.join(strangers, anna);
      await standIn.delivered();
      const told = async (channel: typeof elsewhere): Promise<string[]> => [
        renderForPerson(
          await anna.slash(channel, "ask", { question: "Wie lautet das Kennwort des Tresors der Gilde?" }).message(),
        ),
        JSON.stringify(await anna.autocomplete(channel, "ask", "question", "kennwort").choices()),
        JSON.stringify(await anna.autocomplete(channel, "ask", "source", "tresor").choices()),
        JSON.stringify(await anna.autocomplete(channel, "cite", "reference", "tresor:2").choices()),
        renderForPerson(await anna.slash(channel, "cite", { reference: "tresor:2" }).message()),
        renderForPerson(await anna.slash(channel, "source", { source: "tresor" }).message()),
        renderForPerson(await anna.slash(channel, "search", { terms: "Schatzmeisterin" }).message()),
        renderForPerson(await anna.slash(channel, "sources").message()),
      ];
      const revealing = /Zimtschnecke|Bertolda|Der Tresor der Gilde|des Tresors lautet|tresor:\d/;
      for (const text of await told(scene.channel)) expect(text).toMatch(/Zimtschnecke|Bertolda|Tresor|tresor/);
      for (const channel of [elsewhere, anna.dm]) {
        for (const text of await told(channel)) expect(text).not.toMatch(revealing);
        expect(renderForPerson(await anna.slash(channel, "help").message())).toContain("3 Dokumenten");
      }
      expect(renderForPerson(await anna.slash(scene.channel, "help").message())).toContain("4 Dokumenten");
      anna.say(elsewhere, "Wie lautet das Kennwort des Tresors?", { mention: true });
      expect(renderForPerson(await standIn.nextMessage(elsewhere))).not.toMatch(revealing);
      expect(standIn.violations).toEqual([]);
      await scene.close();
      await own?.close();
    },
    openingTimeoutMs,
  );
});

describe("the log", () => {
  it("has one line for each question, without its words and without secrets", async () => {
    const scene = await openBotScene(app);
    const asked = scene.anna.slash(scene.channel, "ask", { question });
    await asked.message();
    await scene.close();
    const lines = scene.logged.filter((line) => line.includes('"msg":"question"'));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ id: asked.id, language: "de", certainty: "sure", hits: 7 });
    expect(scene.logged.join("")).not.toContain("Leuchtturm");
    expect(scene.logged.join("")).not.toContain(scene.standIn.token);
  });

  it("has no words of what Discord refuses", async () => {
    const scene = await openBotScene(app);
    scene.standIn.faults.failRest({ match: /PATCH .*@original/, status: 400, code: 50035, times: 2 });
    await scene.anna.slash(scene.channel, "ask", { question }).message();
    await scene.close();
    expect(scene.logged.join("")).toContain("failed to answer");
    expect(scene.logged.join("")).not.toContain("Leuchtturm");
  });

  it("has the words where the host wants them", async () => {
    const scene = await openBotScene(app, { env: { LOG_QUESTIONS: "true" } });
    await scene.anna.slash(scene.channel, "ask", { question }).message();
    await scene.close();
    expect(scene.logged.join("")).toContain(question);
  });
});

describe("starting", () => {
  const log = createLog({ level: "silent", secrets: [], isPretty: false, write: () => undefined });
  const settingsFor = (url: string, env: Record<string, string> = {}) =>
    parseSettings({ DISCORD_TOKEN: "x", DISCORD_API_URL: url, ...env });

  it("ends with a line that says where to click when the token is wrong", async () => {
    const standIn = await startStandIn();
    const started = startBot(
      { fundstelle: app.fundstelle, settings: settingsFor(standIn.url), log },
      "wrong.token.here",
      { pause: async () => false },
    );
    await expect(started).rejects.toMatchObject({
      code: "discord-token-invalid",
      remedy: expect.stringContaining("Reset Token"),
    });
    await standIn.close();
  });

  it("ends with a line that says where to click when the intent is not allowed", async () => {
    const standIn = await startStandIn({ allowedIntents: [] });
    const settings = settingsFor(standIn.url, { MESSAGE_CONTENT_INTENT: "true" });
    const started = startBot({ fundstelle: app.fundstelle, settings, log }, standIn.token, {
      pause: async () => false,
    });
    await expect(started).rejects.toMatchObject({
      code: "discord-intents-disallowed",
      remedy: expect.stringContaining("Message Content Intent"),
    });
    await standIn.close();
  });

  it("tells of a token that is taken back while it runs", async () => {
    const standIn = await startStandIn();
    const bot = await startBot({ fundstelle: app.fundstelle, settings: settingsFor(standIn.url), log }, standIn.token, {
      pause: async () => false,
    });
    standIn.faults.dropConnections(4004);
    const refusal = await bot?.refused;
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal?.code).toBe("discord-token-invalid");
    await bot?.close();
    await standIn.close();
  });

  it("waits and tries again while Discord cannot be reached", async () => {
    const standIn = await startStandIn();
    standIn.faults.refuseConnections(true);
    const pauses: number[] = [];
    const bot = await startBot({ fundstelle: app.fundstelle, settings: settingsFor(standIn.url), log }, standIn.token, {
      pause: async (ms) => {
        pauses.push(ms);
        if (pauses.length === 2) standIn.faults.refuseConnections(false);
        return true;
      },
    });
    expect(pauses).toEqual([1000, 2000]);
    expect(standIn.connections).toBe(1);
    await bot?.close();
    await standIn.close();
  });

  it("can be called off while it waits", async () => {
    const bot = await startBot(
      { fundstelle: app.fundstelle, settings: settingsFor("http://127.0.0.1:9/api"), log },
      "x.y.z",
      { pause: async () => false },
    );
    expect(bot).toBeUndefined();
  });
});
