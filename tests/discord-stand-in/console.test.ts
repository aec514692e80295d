import type { Client } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runConsole } from "../../discord-stand-in/console/console.ts";
import { parseSlash, parseTyped } from "../../discord-stand-in/console/console-input.ts";
import { startEchoBot } from "../../discord-stand-in/echo-bot.ts";
import { createClient, logIn, openScene, type Scene } from "../../discord-stand-in/harness.ts";

describe("what a person types", () => {
  it.each([
    ["", { kind: "nothing" }],
    ["hello there", { kind: "say", text: "hello there" }],
    ["/ask question:what", { kind: "slash", line: "/ask question:what" }],
    ["click 2", { kind: "click", which: 2, message: undefined }],
    ["click Now of #5", { kind: "click", which: "Now", message: 5 }],
    ["select 1 3 4", { kind: "select", select: 1, options: [3, 4] }],
    ["select what you like", { kind: "say", text: "select what you like" }],
    ["modal a b ; c", { kind: "modal", fields: ["a b", "c"] }],
    ["menu 5 Find sources", { kind: "menu", message: 5, text: "Find sources" }],
    ["reply 3 and then?", { kind: "reply", message: 3, text: "and then?" }],
    ["as ben", { kind: "as", name: "ben" }],
    ["as far as I know", { kind: "say", text: "as far as I know" }],
    ["quit", { kind: "quit" }],
  ])("%j", (line, typed) => {
    expect(parseTyped(line)).toEqual(typed);
  });

  it("is taken apart into options by their names", () => {
    const optionsOf = (name: string) => (name === "ask" ? ["question", "source"] : []);
    const expected = { name: "ask", values: { question: "Why: so?", source: "bbc" }, last: "source" };
    expect(parseSlash("/ask question: Why: so? source:bbc", optionsOf)).toEqual(expected);
    expect(parseSlash("/ask Why so", optionsOf)).toEqual({
      name: "ask",
      values: { question: "Why so" },
      last: "question",
    });
    expect(parseSlash("/help", optionsOf)).toEqual({ name: "help", values: {}, last: undefined });
  });
});

describe("the console", () => {
  let scene: Scene;
  let client: Client;

  beforeEach(async () => {
    scene = await openScene();
    client = createClient(scene.standIn);
    await logIn(client, scene.standIn);
    if (client.isReady()) await startEchoBot(client, []);
  });

  afterEach(async () => {
    await client.destroy();
    await scene.standIn.close();
  });

  it("lets a person use the bot and shows what they would see", async () => {
    const printed: string[] = [];
    const { standIn, channel } = scene;
    async function* lines(): AsyncGenerator<string> {
      const answer = standIn.nextMessage(channel);
      yield "@bot hello";
      await answer;
      yield "/echo text:aloud private:yes";
      yield "complete /echo ab";
      yield "/panel";
      yield "click 1";
      yield "select 1 2";
      yield "/form";
      yield "modal my words";
      yield "menu 1 Echo this";
      yield "/nothing";
      yield "help";
      yield "quit";
      yield "never read";
    }
    await runConsole(
      standIn,
      { lines: lines(), print: (text) => printed.push(text) },
      { ...scene, person: scene.anna },
    );
    const all = printed.join("\n");
    expect(all).toContain("#2 Fundstelle:\necho: hello");
    expect(all).toContain("aloud\n(Only you can see this)");
    expect(all).toContain("  ab 1  (ab1)");
    expect(all).toContain("┃ a panel\n┃ [1] Now  [2] Later");
    expect(all).toContain("┃ pressed now");
    expect(all).toContain("chose 2");
    expect(all).toContain("╭ A form\n  1 Your text *");
    expect(all).toContain("form: my words");
    expect(all).toContain("! No command nothing is registered here");
    expect(all).not.toContain("never read");
    expect(standIn.violations).toEqual([]);
  });
});
