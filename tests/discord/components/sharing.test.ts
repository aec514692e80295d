import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import type { Interaction } from "../../../discord-stand-in/people/interaction.ts";
import type { Person } from "../../../discord-stand-in/people/people.ts";
import type { Message } from "../../../discord-stand-in/state/state.ts";
import { lighthouse } from "../collection.ts";
import { entries, isPrivate, labels, openComponentScene, question, share } from "./component-scene.ts";

const opened = openComponentScene(true);

const words = { de: "seither geändert oder entfernt", en: "changed or removed since" };
const file = () => join(opened.folder, "leuchtturm.txt");
const answer = (person: Person) => person.slash(opened.scene.channel, "ask", { question, private: true }).message();
const passage = async (person: Person) =>
  person.slash(opened.scene.channel, "cite", { reference: "leuchtturm:2", private: true }).message();

/** What the person is told who shares a message, and what everybody reads. */
async function shared(
  press: () => Interaction,
): Promise<{ readonly told: string; readonly posted: readonly string[] }> {
  const { standIn, channel } = opened.scene;
  const before = new Set(standIn.messages(channel));
  await standIn.settled(press());
  const said = standIn.messages(channel).filter((message) => !before.has(message));
  const read = (all: readonly Message[]) => all.map((message) => renderForPerson(message));
  return { told: read(said.filter(isPrivate)).join("\n"), posted: read(said.filter((each) => !isPrivate(each))) };
}
const shareAnswer = (person: Person, message: Message) =>
  shared(() => person.select(message, 1, [person === opened.scene.ben ? "Show to everybody" : share]));

it("posts nothing of a document that is rewritten meanwhile, and posts it when it is as it was", async () => {
  const { anna } = opened.scene;
  const message = await answer(anna);
  writeFileSync(file(), lighthouse.replace("1887", "1901"));
  expect(await shareAnswer(anna, message)).toEqual({ told: expect.stringContaining(words.de), posted: [] });
  expect(entries(message)).toContain(share);
  writeFileSync(file(), lighthouse);
  expect(await shareAnswer(anna, message)).toEqual({ told: "", posted: [expect.stringContaining("1887")] });
});

it("posts nothing of a document that is removed meanwhile", async () => {
  const { ben } = opened.scene;
  const message = await answer(ben);
  rmSync(file());
  expect(await shareAnswer(ben, message)).toEqual({ told: expect.stringContaining(words.en), posted: [] });
});

it("posts an answer although something else of its document is changed, and its passage has moved", async () => {
  const { anna } = opened.scene;
  const message = await answer(anna);
  writeFileSync(file(), lighthouse.replace("Sandersoog\n\n", "Sandersoog\n\nEr ist rot.\n\n").replace("9000", "9500"));
  expect(await shareAnswer(anna, message)).toEqual({ told: "", posted: [expect.stringContaining("1887")] });
});

it("posts a passage with its proof and what stands around it only while the file is the same", async () => {
  const { anna } = opened.scene;
  const message = await passage(anna);
  expect(renderForPerson(message)).toContain("Wiebke Harms");
  const press = () => shared(() => anna.click(message, "Teilen"));
  writeFileSync(file(), lighthouse.replace("Wiebke", "Imke"));
  expect(await press()).toEqual({ told: expect.stringContaining(words.de), posted: [] });
  expect(labels(message)).toContain("Teilen");
  writeFileSync(file(), lighthouse);
  const stripped = opened.scene.standIn.next("message-edited", (edited) => edited === message);
  expect(await press()).toEqual({ told: "", posted: [expect.stringContaining("Wiebke Harms")] });
  await stripped;
  expect(labels(message)).not.toContain("Teilen");
});
