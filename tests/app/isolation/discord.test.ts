import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Component } from "../../../discord-stand-in/bodies.ts";
import { buttonStyles } from "../../../discord-stand-in/flags.ts";
import type { Interaction } from "../../../discord-stand-in/people/interaction.ts";
import { buttonsOf, type Person, selectsOf } from "../../../discord-stand-in/people/people.ts";
import type { Channel, Message } from "../../../discord-stand-in/state/state.ts";
import { commands } from "../../../src/discord/commands/commands.ts";
import { type BotScene, openBotScene } from "../../discord/scene.ts";
import { cellar, council, mill, RestrictedCollection } from "./restricted-collection.ts";

const questions = [
  "Wann wurde der Leuchtturm gebaut?",
  "Wie lautet das Kennwort des Tresors?",
  "Was ist eine Zimtschneke?",
  "Welche Dokumente gibt es über den Tresor?",
];
const typed = ["", "t", "tresor", "tresor:2", "muehle", "leuchtturm:", "kennwort"];
const completed = [
  ["ask", "question"],
  ["ask", "source"],
  ["cite", "reference"],
  ["source", "source"],
] as const;

/** A message as it is. Ids differ from one Discord to another, and with those of servers the marks in keys. */
function shown(message: Pick<Message, "content" | "components" | "embeds" | "flags">): string {
  const { content, components, embeds, flags } = message;
  return withoutIds(JSON.stringify({ content, components, embeds, flags }));
}

function withoutIds(text: string): string {
  return text
    .replace(/\d{15,20}/g, "#")
    .replace(/\|(?=[a-z]*\d)[0-9a-z]{12}(?=[|"])/g, "|#")
    .replace(/(?<=[a-z])-[0-9a-f]{6}(?![0-9a-z-])/g, "-#");
}

async function shownBy(interaction: Interaction): Promise<string> {
  const response = await interaction.response;
  if (response.kind === "message" || response.kind === "update") return `${response.kind} ${shown(response.message)}`;
  if (response.kind === "modal") return `modal ${withoutIds(JSON.stringify(response.modal.components))}`;
  return withoutIds(JSON.stringify(response));
}

/** Everything that can be pressed and chosen on a message: each on a message of its own. */
async function pressedOn(make: () => Promise<Message>, person: Person): Promise<string[]> {
  const first = await make();
  const outputs: string[] = [];
  const pressable = ({ style, disabled }: Component) => style !== buttonStyles.link && disabled !== true;
  for (const [at, button] of buttonsOf(first).entries()) {
    if (!pressable(button) || button.label === "Teilen") continue;
    outputs.push(withoutIds(`button ${button.label}: ${await shownBy(person.click(await make(), at + 1))}`));
  }
  for (const [at, select] of selectsOf(first).entries()) {
    for (const [option, { label }] of (select.options ?? []).entries()) {
      const chosen = person.select(await make(), at + 1, [option + 1]);
      outputs.push(withoutIds(`choice ${label}: ${await shownBy(chosen)}`));
    }
  }
  return outputs;
}

/** Every command, completion, button, menu and message that a person can try in a place, with what comes back. */
async function everythingTried({ standIn }: BotScene, person: Person, place: Channel): Promise<Map<string, string>> {
  const outputs = new Map<string, string>();
  const note = async (name: string, interaction: Interaction) => outputs.set(name, await shownBy(interaction));
  for (const question of questions) {
    await note(`ask ${question}`, person.slash(place, "ask", { question }));
    await note(`search ${question}`, person.slash(place, "search", { terms: question }));
    const answer = standIn.nextMessage(place, (message) => message.author === standIn.bot);
    const said = person.say(place, question, { mention: true });
    outputs.set(`say ${question}`, shown(await answer));
    await note(`find sources ${question}`, person.contextMenu(said, "Find sources"));
  }
  await note("ask of a source", person.slash(place, "ask", { question: "Kennwort?", source: "tresor" }));
  await note("ask of a time", person.slash(place, "ask", { question: "Nachtruhe?", from: "2020", until: "2023" }));
  for (const reference of ["tresor:2", "leuchtturm:3", "muehle-leuchtturm:2", "tresr:2"]) {
    await note(`cite ${reference}`, person.slash(place, "cite", { reference }));
  }
  for (const source of ["tresor", "leuchtturm", "Neue Hausordnung", "trsor"]) {
    await note(`source ${source}`, person.slash(place, "source", { source }));
  }
  await note("sources", person.slash(place, "sources"));
  await note("help", person.slash(place, "help"));
  for (const [command, option] of completed) {
    for (const text of typed) {
      const values = command === "ask" && option === "source" ? { question: "?" } : {};
      await note(`complete ${command} ${option} ${text}`, person.autocomplete(place, command, option, text, values));
    }
  }
  const pressed: readonly [string, () => Promise<Message>][] = [
    ["an answer", () => person.slash(place, "ask", { question: questions[0] ?? "" }).message()],
    ["what is not there", () => person.slash(place, "ask", { question: questions[1] ?? "" }).message()],
    ["a citation", () => person.slash(place, "cite", { reference: "leuchtturm:3" }).message()],
    ["hits", () => person.slash(place, "search", { terms: "Leuchtturm Laterne" }).message()],
    ["the list", () => person.slash(place, "sources").message()],
    ["a page", () => person.slash(place, "source", { source: "leuchtturm" }).message()],
  ];
  for (const [name, make] of pressed) {
    for (const [at, output] of (await pressedOn(make, person)).entries()) outputs.set(`${name}, press ${at}`, output);
  }
  return outputs;
}

/** A Discord with the bot over a collection, and two servers: the mill's, which sees more, and another. */
async function openScene(seenBy?: "mill" | "cellar" | "nobody") {
  const collection = new RestrictedCollection();
  const ids: Record<string, string> = {};
  let below: Channel | undefined;
  const scene = await openBotScene(
    async (guildId) => {
      const audience = {
        mill: { guild: guildId },
        cellar: { guild: guildId, channels: [ids[cellar] ?? ""] },
        nobody: {},
      };
      return collection.write(seenBy === undefined ? undefined : audience[seenBy], { ...ids, [mill]: guildId }).open();
    },
    {
      prepare: ({ standIn, guild }) => {
        below = standIn.addChannel(guild, "keller");
        ids[cellar] = below.id;
        ids[council] = standIn.addRole(guild, "rat").id;
        return undefined;
      },
    },
  );
  // Who manages the server is of the council: what is said in public is not for the council alone.
  const roles = [...scene.guild.roles.values()].filter(({ name }) => name === "rat" || name === "leitung");
  scene.standIn.join(scene.guild, scene.mo, roles);
  const other = scene.standIn.addGuild("Anderswo", { locale: "de" });
  const elsewhere = scene.standIn.addChannel(other, "allgemein");
  scene.standIn.join(other, scene.anna);
  const close = async () => {
    await scene.close();
    await collection.remove();
  };
  return { scene, elsewhere, below: below ?? scene.channel, close };
}

type Scene = Awaited<ReturnType<typeof openScene>>;
let whole: Scene;
let ofMill: Scene;
let ofCellar: Scene;
let ofNobody: Scene;
beforeAll(async () => {
  whole = await openScene();
  ofMill = await openScene("mill");
  ofCellar = await openScene("cellar");
  ofNobody = await openScene("nobody");
}, 180_000);
afterAll(async () => {
  for (const { close } of [whole, ofMill, ofCellar, ofNobody]) await close();
});

/** Commands that `everythingTried` uses, and those that say nothing of documents, or look up as `/cite` does. */
const tried = ["ask", "cite", "search", "sources", "source", "help", "Find sources"];
const withoutDocuments = [
  "documents",
  "Make a document of it",
  "Mark as answer",
  "privacy",
  "settings",
  "moderation",
  "insights",
  "Name the right passage",
];

it("leaves out no command", () => {
  expect(commands.map(({ data }) => data.name).sort()).toEqual([...tried, ...withoutDocuments].sort());
});

describe("the bot says the same, to the byte, as if what somebody may not see was not there", () => {
  const places: readonly [string, () => Scene, (scene: Scene) => [Person, Channel]][] = [
    ["in the server that sees more", () => ofMill, ({ scene }) => [scene.anna, scene.channel]],
    ["to another person there", () => ofMill, ({ scene }) => [scene.ben, scene.channel]],
    ["in a channel that sees more", () => ofCellar, ({ scene, below }) => [scene.ben, below]],
    ["in another server", () => ofNobody, ({ scene, elsewhere }) => [scene.anna, elsewhere]],
    ["in a direct message", () => ofNobody, ({ scene }) => [scene.anna, scene.anna.dm]],
  ];
  it.each(places)(
    "%s",
    async (_, alone, placeIn) => {
      const wanted = await everythingTried(alone().scene, ...placeIn(alone()));
      const told = await everythingTried(whole.scene, ...placeIn(whole));
      expect(wanted.size).toBeGreaterThan(60);
      const different = [...wanted].filter(([name, output]) => told.get(name) !== output);
      expect(different.map(([name, output]) => ({ name, told: told.get(name), wanted: output }))).toEqual([]);
      expect([...told.keys()]).toEqual([...wanted.keys()]);
    },
    120_000,
  );

  it("in public to somebody whose role sees more", async () => {
    const isPublic = (name: string): boolean => /^(ask|search|say) /.test(name);
    const publicly = async ({ scene }: Scene) =>
      [...(await everythingTried(scene, scene.mo, scene.channel))].filter(([name]) => isPublic(name));
    const [wanted, told] = [new Map(await publicly(ofMill)), new Map(await publicly(whole))];
    expect(wanted.size).toBeGreaterThan(10);
    for (const [name, output] of wanted) expect({ name, output: told.get(name) }).toEqual({ name, output });
  }, 120_000);

  it("which says more to that person alone", async () => {
    const { scene } = whole;
    const asked = { question: "Wie lautet das Kennwort des Rates?", private: true };
    const shownTo = async (person: Person) => shownBy(person.slash(scene.channel, "ask", asked));
    expect(await shownTo(scene.mo)).toContain("Haselmaus");
    expect(await shownTo(scene.ben)).not.toContain("Haselmaus");
  });
});
