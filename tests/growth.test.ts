import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyLexicon } from "../src/analysis/lexicon/compiled.ts";
import { readClaims } from "../src/answering/proof/claims/read-claims.ts";
import { type App, createApp } from "../src/app.ts";
import { AppError } from "../src/errors.ts";
import { type TemporaryFolder, temporaryFolder } from "./support/program.ts";
import { proportional, slowdownOf } from "./support/slowdown.ts";

const lexicon = emptyLexicon();
const fingerprint = "0123456789ab";
const words = (text: number, at: number): string =>
  `Absatz ${at} von Text ${text}: Der Fischer Nr${at % 97} flickt am Morgen das Netz${at} und fährt mit dem Boot${text} hinaus.`;
const several = (count: number, write: (at: number) => string, between = "\n\n"): string =>
  Array.from({ length: count }, (_, at) => write(at)).join(between);

/** What a long document may be made of. */
const shapes: Readonly<Record<string, { readonly ending: string; write(count: number): string }>> = {
  paragraphs: { ending: "txt", write: (count) => several(count, (at) => words(1, at)) },
  "one paragraph": { ending: "txt", write: (count) => several(count, (at) => words(2, at), " ") },
  lines: { ending: "txt", write: (count) => several(count, (at) => `zeile ${at} ohne ende`, "\n") },
  "small paragraphs": { ending: "txt", write: (count) => several(count, (at) => `kleiner Absatz Nr. ${at % 10}`) },
  terms: { ending: "md", write: (count) => several(count, (at) => `Begriff${at}: erklärt`, " ") },
  chapters: { ending: "md", write: (count) => several(count, (at) => `# Kapitel ${at}\n\n- eins\n- zwei`) },
  rows: {
    ending: "md",
    write: (count) => `| a | b |\n| - | - |\n${several(count, (at) => `| Zeile ${at} | ${at} |`, "\n")}`,
  },
  "names in code": { ending: "txt", write: (count) => several(count, (at) => `foo_bar_${at}.ts`, " ") },
  "a web page": {
    ending: "html",
    write: (count) => `<body>${several(count, (at) => `<p>${words(3, at)}</p>`, "\n")}</body>`,
  },
};

let folder: TemporaryFolder;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

let number = 0;
/** Opens a collection of its own, without an index yet. */
async function opened(write: (folder: string) => void): Promise<{ app: App; path: string; reopen(): Promise<App> }> {
  const path = join(folder.path, String(number++));
  mkdirSync(join(path, "seeds"), { recursive: true });
  write(join(path, "seeds"));
  const open = () => createApp({ seedsFolder: join(path, "seeds"), indexFolder: join(path, "index") }, { lexicon });
  return { app: await open(), path, reopen: open };
}

async function unlessRefused<T>(work: Promise<T>): Promise<T | undefined> {
  return work.catch((error: unknown) => {
    if (error instanceof AppError) return undefined;
    throw error;
  });
}

/** Everything that people do with one document. */
async function useAll({ fundstelle }: App, key: string): Promise<void> {
  await fundstelle.ask("Was flickt der Fischer Nr3 am Morgen?", { limit: 12 });
  await fundstelle.search("Netz5 Boot1", { limit: 30 });
  const { pages } = await fundstelle.read(key);
  for (let page = 1; page <= pages; page++) await fundstelle.read(key, { page });
  await unlessRefused(fundstelle.lookUp({ documentKey: key, paragraph: 1 }));
  await unlessRefused(fundstelle.reference({ documentKey: key, paragraph: 2 }));
  // Words that are nowhere are looked for everywhere.
  await unlessRefused(fundstelle.lookUp({ documentKey: key, paragraph: 1, fingerprint }));
  await unlessRefused(fundstelle.lookUp({ documentKey: "gone", paragraph: 1, fingerprint }));
  await fundstelle.verify(readClaims(`> Der Fischer\n${key}:1@${fingerprint}`, () => true));
  fundstelle.suggestCitations(key);
}

describe("the whole program takes time in proportion", () => {
  it.each(Object.keys(shapes))("to a long document: %s", { timeout: 120_000 }, async (shape) => {
    const { ending = "", write = () => "" } = shapes[shape] ?? {};
    const growth = await slowdownOf(async (count) => {
      const { app, path, reopen } = await opened((seeds) => writeFileSync(join(seeds, `d.${ending}`), write(count)));
      await useAll(app, "d");
      await app.close();
      const again = await reopen();
      for await (const _ of again.checkTexts());
      for await (const _ of again.hiddenParagraphs());
      await again.close();
      rmSync(path, { recursive: true });
    }, 150);
    expect(growth).toBeLessThan(proportional);
  });

  it("to the number of documents, of their changes, and of files beside them", { timeout: 120_000 }, async () => {
    const growth = await slowdownOf(async (count) => {
      const { app, path, reopen } = await opened((seeds) => {
        for (let at = 0; at < count; at++)
          writeFileSync(
            join(seeds, `t${at}.txt`),
            several(3, (part) => words(at, part)),
          );
        for (let at = 0; at < count; at++) writeFileSync(join(seeds, `kein-${at}.bin`), "");
      });
      const { fundstelle } = app;
      for (let at = 0; at < count; at++) await fundstelle.lookUp({ documentKey: `t${at}`, paragraph: 2 });
      await fundstelle.verify(
        readClaims(
          several(count, (at) => `> Der Fischer\nt${at}:2`),
          () => true,
        ),
      );
      await useAll(app, "t1");
      await app.close();
      for (let at = 0; at < count; at += 2) {
        writeFileSync(
          join(path, "seeds", `t${at}.txt`),
          several(2, (part) => words(at, part + 7)),
        );
        writeFileSync(join(path, "index", `fremd-${at}`), "");
      }
      await (await reopen()).close();
      for (let at = 0; at < count; at += 2) rmSync(join(path, "seeds", `t${at}.txt`));
      await (await reopen()).close();
      rmSync(path, { recursive: true });
    }, 25);
    expect(growth).toBeLessThan(proportional);
  });

  it.each(["Netz", "Fischer-", "foo_bar.", "Boot1, ", "„", "a:1 ", "K-4 ", "\u0301", "@", "1.1 "])(
    "to what is asked and clicked: %j",
    { timeout: 60_000 },
    async (unit) => {
      const { app } = await opened((seeds) =>
        writeFileSync(
          join(seeds, "d.txt"),
          several(20, (at) => words(1, at)),
        ),
      );
      const { fundstelle } = app;
      const growth = await slowdownOf(async (count) => {
        const text = unit.repeat(count);
        await unlessRefused(fundstelle.ask(text));
        await unlessRefused(fundstelle.search(text));
        await unlessRefused(fundstelle.lookUp({ documentKey: text, paragraph: 1, fingerprint }));
        await unlessRefused(fundstelle.read(text));
        for (const suggest of ["suggestCitations", "suggestSources", "suggestQuestions"] as const)
          fundstelle[suggest](text);
        await fundstelle.verify(readClaims(`> ${text}\nd:1\n${text}`, () => true).slice(0, 3));
        await fundstelle.groupAlike([text, `${text} am Morgen`]);
        fundstelle.detectLanguage(text);
      }, 200);
      await app.close();
      expect(growth).toBeLessThan(proportional);
    },
  );
});
