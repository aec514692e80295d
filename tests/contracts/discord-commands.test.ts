import { ApplicationCommandOptionType, InteractionContextType } from "discord.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../discord-stand-in/console/render.ts";
import { commands } from "../../src/discord/commands/commands.ts";
import { openCollection, openingTimeoutMs } from "../discord/collection.ts";
import { type BotScene, openBotScene } from "../discord/scene.ts";

/** What Discord's client sends for the required options of a command. */
const inputs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ask: { question: "Leuchtturm?" },
  cite: { reference: "leuchtturm:2" },
  search: { terms: "Leuchtturm" },
  source: { source: "leuchtturm" },
  "documents remove": { document: "leuchtturm" },
  "documents restrict": { document: "leuchtturm" },
};

/** The commands as they are typed: those of several parts once for each part. */
const typed = commands.flatMap((command) => {
  const options = "options" in command.data ? (command.data.options ?? []) : [];
  const parts = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  const { name } = command.data;
  return parts.length === 0
    ? [[name, command] as const]
    : parts.map((part) => [`${name} ${part.name}`, command] as const);
});

let app: Awaited<ReturnType<typeof openCollection>>;
let scene: BotScene;

beforeAll(async () => {
  app = await openCollection();
  scene = await openBotScene(app);
}, openingTimeoutMs);
afterAll(async () => {
  await scene.close();
  await app.close();
});

describe.each(typed)("command %s", (name, command) => {
  const isForManagers = command.data.default_member_permissions !== undefined;

  it.each(["de", "en-US", "fr"])("answers in a server and in a direct message, in %s", async (locale) => {
    const { mo, channel, standIn } = scene;
    const anna = isForManagers ? mo : scene.anna;
    const isForServers = command.data.contexts?.includes(InteractionContextType.BotDM) === false;
    for (const place of isForServers ? [channel] : [channel, anna.dm]) {
      const interaction =
        command.kind === "slash"
          ? anna.slash(place, name, inputs[name] ?? {}, { locale })
          : anna.contextMenu(anna.say(place, "Der Leuchtturm wurde im Jahr 1887 gebaut."), name, { locale });
      const shown = await interaction.response;
      const isForm = shown.kind === "modal" && shown.modal.title !== "";
      if (!isForm) expect(renderForPerson(await interaction.message())).not.toBe("");
      expect(await interaction.acknowledged).not.toBe("no-response");
    }
    expect(standIn.violations).toEqual([]);
  });

  it.runIf(isForManagers)("is for those who manage the server, whatever Discord lets through", async () => {
    const { standIn, channel, ben } = scene;
    for (const each of standIn.commands)
      if (each.body.name === command.data.name) each.body.default_member_permissions = null;
    const refused =
      command.kind === "slash"
        ? ben.slash(channel, name, inputs[name] ?? {})
        : ben.contextMenu(ben.say(channel, "When was it built?"), name);
    expect(renderForPerson(await refused.message())).toContain("Only people who manage");
  });

  it("completes each option that offers it, with nothing typed and with much", async () => {
    const { anna, channel, standIn } = scene;
    const options = "options" in command.data ? (command.data.options ?? []) : [];
    for (const option of options) {
      if (!("autocomplete" in option) || option.autocomplete !== true) continue;
      for (const typed of ["", "l", "ü".repeat(90), "**@everyone"]) {
        const choices = await anna.autocomplete(channel, name, option.name, typed).choices();
        expect(choices.length).toBeLessThanOrEqual(25);
      }
    }
    expect(standIn.violations).toEqual([]);
  });
});
