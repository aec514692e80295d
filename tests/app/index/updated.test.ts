import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type App, createApp } from "../../../src/app.ts";
import { root, type TemporaryFolder, temporaryFolder } from "../../support/program.ts";

const questions = [
  "Worüber sprachen Kim und Putin?",
  "Wann traf sich Kim Jong Un mit Putin?",
  "Welche Waffen liefert Nordkorea an Russland?",
  "What did North Korea send to Russia?",
  "Wie viele Container wurden verschifft?",
  "Raketen",
  "Zweckgemeinschaft",
  "Artilleriemunition",
  "Satellitentechnologie",
  "Wer regiert in Pyongyang?",
];
const documents = readdirSync(join(root, "seeds")).filter((file) => file.endsWith(".txt"));

let folder: TemporaryFolder;
const apps: App[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  for (const name of ["updated", "fresh"]) mkdirSync(join(folder.path, name));
});
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
  folder.remove();
});

async function open(name: "updated" | "fresh"): Promise<App> {
  for (const app of apps.splice(0)) await app.close();
  const app = await createApp({
    seedsFolder: join(folder.path, name),
    indexFolder: join(folder.path, `${name}-index`),
  });
  apps.push(app);
  return app;
}

async function answersOf({ fundstelle }: App, asked: readonly string[] = questions): Promise<string[]> {
  const answers: string[] = [];
  for (const question of asked) {
    answers.push(JSON.stringify(await fundstelle.ask(question, { limit: 12 })));
    answers.push(JSON.stringify(await fundstelle.search(question, { limit: 30 })));
  }
  return answers;
}

it("an index that was changed many times gives the answers of a fresh one, in their order and to the digit", async () => {
  expect(documents.length).toBeGreaterThan(3);
  const copies = [...documents, ...documents.map((file) => `kopie-${file}`)];
  const put = (name: "updated" | "fresh", file: string) =>
    copyFileSync(join(root, "seeds", file.replace(/^kopie-/, "")), join(folder.path, name, file));
  // One after the other, the last by name first; one is there for a while, and one says something else at first.
  const [first = "", second = ""] = documents;
  writeFileSync(join(folder.path, "updated", first), "Ein ganz anderer Text über Leuchttürme und Wattwanderungen.");
  put("updated", copies.at(-1) ?? "");
  await open("updated");
  writeFileSync(join(folder.path, "updated", "weg.txt"), "Über Ziegenkäse und Hühnersuppe wird hier gesprochen.");
  await open("updated");
  rmSync(join(folder.path, "updated", "weg.txt"));
  for (const file of [...copies].reverse()) {
    if (file === second) continue;
    put("updated", file);
    if (file.length % 2 === 0) await open("updated");
  }
  put("updated", second);
  const updated = await answersOf(await open("updated"));
  for (const file of copies) put("fresh", file);
  const fresh = await answersOf(await open("fresh"));
  for (const [at, answer] of updated.entries()) expect(answer).toBe(fresh[at]);
}, 60_000);

/** No list has the words of these compounds: whether one comes apart is known from the other documents. */
const compounds: Readonly<Record<string, string>> = {
  "a-zuerst.txt":
    "Der Quorbelfarnstand am Weg zeigt drei alte Vintorstolpen und eine Kiste.\n\nAuf dem Grombarttisch steht nichts.",
  "b-dann.txt": "Ein Quorbel ist klein. Jeder Quorbel trägt einen Farnstand, und der Farnstand ist grün.",
  "c-name.txt": "# Die GrombartTafel\n\nMit GrombartTafel und grombarttafel wird gerechnet, auch auf dem Blatt.",
  "d-spaet.txt": "Den Vintor kennt jeder. Vintor und Stolpen gehören zusammen, so wie Grombart und Tafel.",
  "e-kurz.txt": "Viele Stolpen liegen hier. Der Grombart aber schläft am Vintor.",
};
const aboutCompounds = [
  "Wo ist der Quorbel?",
  "Welcher Farnstand ist grün?",
  "Vintor",
  "Stolpen",
  "Was tut der Grombart?",
  "Wozu dient die Tafel?",
  "Grombarttafel",
  "Quorbeln",
];

it("compounds are split as in a fresh index, whatever words came or went first", async () => {
  const put = (name: "updated" | "fresh", file: string) =>
    writeFileSync(join(folder.path, name, file), compounds[file] ?? "");
  const files = Object.keys(compounds);
  const freshAnswers = async (present: readonly string[]) => {
    for (const name of ["fresh", "fresh-index"]) rmSync(join(folder.path, name), { recursive: true, force: true });
    mkdirSync(join(folder.path, "fresh"));
    for (const file of present) put("fresh", file);
    return answersOf(await open("fresh"), aboutCompounds);
  };
  const present: string[] = [];
  for (const file of files) {
    put("updated", file);
    present.push(file);
    const updated = await answersOf(await open("updated"), aboutCompounds);
    // Once more, from what was kept of the change.
    expect(await answersOf(await open("updated"), aboutCompounds)).toEqual(updated);
    expect(updated).toEqual(await freshAnswers(present));
  }
  for (const file of ["b-dann.txt", "d-spaet.txt", "e-kurz.txt"]) {
    rmSync(join(folder.path, "updated", file));
    present.splice(present.indexOf(file), 1);
    expect(await answersOf(await open("updated"), aboutCompounds)).toEqual(await freshAnswers(present));
  }
}, 60_000);
