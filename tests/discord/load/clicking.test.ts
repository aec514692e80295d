import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import type { Fundstelle } from "../../../src/answering/service.ts";
import { type App, createApp } from "../../../src/app.ts";
import { temporaryFolder } from "../../support/program.ts";
import { inScene } from "../faults/fault-scene.ts";
import { delayBeside, documentOf, questionAbout } from "./clicking.ts";

const clicks = 30;
const mostRounds = 6;
/** What goes on beside the work: shorter delays are not compared. */
const noiseMs = 20;
const patienceMs = 60_000;

const folder = temporaryFolder();
let app: App;
beforeAll(async () => {
  const seedsFolder = join(folder.path, "seeds");
  mkdirSync(seedsFolder);
  writeFileSync(join(seedsFolder, "kurz.txt"), documentOf("kurz", 200));
  writeFileSync(join(seedsFolder, "lang.txt"), documentOf("lang", 14_000));
  app = await createApp({ seedsFolder, indexFolder: join(folder.path, "index") }, { lexicon: emptyLexicon() });
}, 120_000);
afterAll(async () => {
  await app.close();
  folder.remove();
});

it("acknowledges others as fast beside 30 clicks in a document of 3 MB as in one of 40 KB", { timeout: 120_000 }, () =>
  inScene(app, { standIn: { waitMs: patienceMs } }, async ({ standIn, channel, anna, ben }) => {
    const plan = { standIn, channel, clicking: anna, asking: ben, clicks };
    let [short, long] = [await delayBeside(plan, "kurz"), Number.POSITIVE_INFINITY];
    for (let round = 0; round < mostRounds && long >= 2 * Math.max(short, noiseMs); round++) {
      short = Math.min(short, await delayBeside(plan, "kurz"));
      long = Math.min(long, await delayBeside(plan, "lang"));
    }
    expect(long).toBeLessThan(2 * Math.max(short, noiseMs));
  }),
);

it("has 30 clicks of one person wait in the queue of all, and answers others in their turn", () => {
  let open = (): void => undefined;
  const isOpen = new Promise<void>((resolve) => {
    open = resolve;
  });
  let [atWork, mostAtWork] = [0, 0];
  const lookUp: Fundstelle["lookUp"] = async (...what) => {
    mostAtWork = Math.max(mostAtWork, ++atWork);
    await isOpen;
    return app.fundstelle.lookUp(...what).finally(() => atWork--);
  };
  const fundstelle = { ...app.fundstelle, lookUp };
  return inScene(app, { fundstelle, env: { ANSWERS_AT_WORK: "1" } }, async ({ standIn, channel, anna, ben }) => {
    const question = questionAbout("kurz");
    const answer = await anna.slash(channel, "ask", { question }).message();
    const order: string[] = [];
    const clicked = Array.from({ length: clicks }, () => anna.click(answer, "Kontext"));
    await Promise.all(clicked.map(({ acknowledged }) => acknowledged));
    const asked = ben.slash(channel, "ask", { question });
    await asked.acknowledged;
    await standIn.delivered();
    const shown = [...clicked, asked].map((each) => standIn.settled(each).then(() => order.push(each.user.username)));
    open();
    await Promise.all(shown);
    expect(order.indexOf("ben")).toBeLessThan(10);
    expect(mostAtWork).toBe(1);
  });
});
