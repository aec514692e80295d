import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { createApp } from "../../../src/app.ts";
import { temporaryFolder } from "../../support/program.ts";
import { lighthouse, openingTimeoutMs } from "../collection.ts";
import { answerPart, expectSound, inScene, question } from "./fault-scene.ts";

it(
  "says that the documents cannot be read while their folder is away, and answers when it is back",
  async () => {
    const folder = temporaryFolder();
    const [seedsFolder, away] = [path.join(folder.path, "seeds"), path.join(folder.path, "away")];
    mkdirSync(seedsFolder);
    writeFileSync(path.join(seedsFolder, "leuchtturm.txt"), lighthouse);
    const app = await createApp({ seedsFolder, indexFolder: path.join(folder.path, "index") });
    await inScene(app, {}, async (scene) => {
      const { anna, ben, channel, standIn } = scene;
      renameSync(seedsFolder, away);
      const told = await anna.slash(channel, "ask", { question }).message();
      expect(renderForPerson(told)).toContain("Die Dokumente lassen sich gerade nicht lesen.");
      const reply = standIn.nextMessage(channel);
      ben.say(channel, "How high is the tower?", { mention: true });
      expect(renderForPerson(await reply)).toMatch(/cannot be read right now|nicht lesen/);
      expect(scene.logged.join("")).toContain('"code":"folder-missing"');
      renameSync(away, seedsFolder);
      expect(renderForPerson(await anna.slash(channel, "ask", { question }).message())).toContain(answerPart);
      await expectSound(scene);
    });
    await app.close();
    folder.remove();
  },
  openingTimeoutMs,
);
