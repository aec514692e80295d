import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import type { Person } from "../../../discord-stand-in/people/people.ts";
import { createApp } from "../../../src/app.ts";
import { lighthouse, openingTimeoutMs, secret } from "../collection.ts";
import { type BotScene, openBotScene } from "../scene.ts";
import { isPrivate, share } from "./component-scene.ts";

let scene: BotScene;
/** Has the role that sees the document about the safe. */
let luise: Person;
let close: () => Promise<void>;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "fundstelle-discord-"));
  let role = "";
  const open = async (guild: string) => {
    const documents = ["tresor.txt", "zweitschrift.txt"].map((file) => ({ file, guilds: [guild], roles: [role] }));
    await writeFile(join(folder, "leuchtturm.txt"), lighthouse);
    await writeFile(join(folder, "tresor.txt"), secret);
    await writeFile(join(folder, "zweitschrift.txt"), lighthouse.split("\n\n").slice(1, 2).join(""));
    await writeFile(join(folder, "sources.json"), JSON.stringify({ documents }));
    return createApp({ seedsFolder: folder, indexFolder: join(folder, ".index"), dataFolder: join(folder, ".data") });
  };
  let opened: Awaited<ReturnType<typeof open>> | undefined;
  scene = await openBotScene(
    async (guild) => {
      opened = await open(guild);
      return opened;
    },
    {
      prepare: ({ standIn, guild }) => {
        const gilde = standIn.addRole(guild, "gilde", []);
        luise = standIn.addUser("luise", { locale: "de" });
        standIn.join(guild, luise, [gilde]);
        role = gilde.id;
        return {};
      },
    },
  );
  close = async () => {
    await scene.close();
    await opened?.close();
    await rm(folder, { recursive: true, force: true });
  };
}, openingTimeoutMs);

afterAll(() => close());

/** What the person sees of their own answer, and what everybody does after they shared it. */
async function askedAndShared(person: Person): Promise<{ readonly own: string; readonly posted: string }> {
  const { standIn, channel } = scene;
  const question = "Wann wurde der Leuchtturm von Sandersoog für die Schatzmeisterin gebaut?";
  const message = await person.slash(channel, "ask", { question, private: true }).message();
  const before = new Set(standIn.messages(channel));
  await standIn.settled(person.select(message, 1, [share]));
  const posted = standIn.messages(channel).filter((each) => !before.has(each) && !isPrivate(each));
  return { own: renderForPerson(message), posted: posted.map((each) => renderForPerson(each)).join("\n") };
}

it("leaves out what tells of documents that only whoever shares may see", async () => {
  const { own, posted } = await askedAndShared(luise);
  expect(own).toContain("Schatzmeisterin (nur an anderer Stelle)");
  expect(posted).toContain("1887");
  expect(posted).toContain("Unsicher");
  expect(posted).not.toContain("Gesucht");
  expect(posted).not.toContain("Dagegen spricht");
});

it("names no document that only whoever shares may see beside a quote", async () => {
  const { own, posted } = await askedAndShared(luise);
  expect(own).toContain("Ebenso in zweitschrift");
  expect(posted).toContain("1887");
  expect(posted).not.toContain("zweitschrift");
});

it("keeps it where others would be told the same", async () => {
  const { own, posted } = await askedAndShared(scene.anna);
  expect(own).toContain("Schatzmeisterin (nirgends gefunden)");
  expect(posted).toContain("Schatzmeisterin (nirgends gefunden)");
});
