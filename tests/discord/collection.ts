import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, createApp } from "../../src/app.ts";

/** Files by name, the texts invented for the tests. */
export const lighthouse = [
  "Der Leuchtturm von Sandersoog",
  "",
  "Der Leuchtturm von Sandersoog wurde im Jahr 1887 gebaut. Seine Laterne leuchtet 34 Kilometer weit auf das Meer hinaus.",
  "",
  "Die Leuchtturmwärterin Wiebke Harms zog 1951 mit ihren vier Kindern in den Turm. Sie zündete die Laterne jeden Abend von Hand an.",
  "",
  "Im Winter 1962 riss eine Sturmflut den Anleger von Sandersoog fort. Der Anleger wurde im Frühjahr darauf aus Eichenholz erneuert.",
  "",
  "Heute besuchen im August rund 9000 Gäste den Leuchtturm. Im September sind es noch 4000 Gäste.",
  "",
  "Ein Verein sammelt Geld für die Renovierung der Laterne. Der Vorsitzende des Vereins heißt Onno Brahms.",
].join("\n");

export const honey = [
  "How the honey of Bramley is made",
  "",
  "The beekeepers of Bramley harvest their honey twice a year. The first harvest in June gives about 700 jars of honey.",
  "",
  "In 2019 a disease killed half of the bees in Bramley. The beekeepers bought new queens from Slovenia in the following spring.",
  "",
  "The honey is sold at the market on Saturdays. A jar of honey costs six pounds.",
].join("\n");

export const hostile = [
  "# Rezepte der Hexe Zwirbeline",
  "",
  "**Fliegenpilzsuppe** kocht Zwirbeline mit @everyone und <@123456789012345678> sowie ```js\nalert(1)``` und [Klick](https://boese.example) discord.gg/falle \u202Egnirts\u202C ||geheim|| ~~weg~~ `code` > kein Zitat.",
  "",
  `Zwirbeline rührt den Krötenbrei lange: ${"Der Krötenbrei blubbert *immer* _weiter_ und raucht im Kessel der Hexe. ".repeat(60)}`,
].join("\n");

export const secret = [
  "Der Tresor der Gilde",
  "",
  "Der Tresor der Gilde steht im Keller der alten Mühle. Das Kennwort des Tresors lautet Zimtschnecke.",
  "",
  "Den Schlüssel zum Tresor verwahrt die Schatzmeisterin Bertolda Quast.",
].join("\n");

/** Opening reads the whole lexicon, which takes its time on a busy machine. */
export const openingTimeoutMs = 60_000;

const restrictedTo = "100000000000000001";

/** A collection in a folder of its own, opened as the program does. @param guild the server that sees the secret */
export async function openCollection(guild = restrictedTo): Promise<App & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "fundstelle-discord-"));
  const sources = {
    documents: [
      {
        file: "leuchtturm.txt",
        key: "leuchtturm",
        title: "Der Leuchtturm von Sandersoog",
        titleSource: "stated",
        publisher: "Inselbote",
        published: "2021-05-04",
        url: "https://inselbote.example/leuchtturm",
        language: "de",
        questions: ["Wann wurde der Leuchtturm gebaut?"],
      },
      {
        file: "honey.txt",
        key: "honey",
        title: "The honey of Bramley",
        titleSource: "described",
        published: "2020",
        language: "en",
      },
      { file: "hexe.txt", key: "hexe", language: "de", title: "Rezepte der Hexe", titleSource: "described" },
      {
        file: "tresor.txt",
        key: "tresor",
        language: "de",
        title: "Der Tresor der Gilde",
        titleSource: "stated",
        guilds: [guild],
        questions: ["Wie lautet das Kennwort des Tresors?"],
      },
    ],
  };
  const files = { "leuchtturm.txt": lighthouse, "honey.txt": honey, "hexe.txt": hostile, "tresor.txt": secret };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await writeFile(join(folder, "sources.json"), JSON.stringify(sources));
  const app = await createApp({
    seedsFolder: folder,
    indexFolder: join(folder, ".index"),
    dataFolder: join(folder, ".data"),
    serverQuota: { documents: 12, bytes: 1_000_000 },
  });
  return {
    ...app,
    folder,
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
