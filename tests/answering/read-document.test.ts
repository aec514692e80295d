import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { createCollection } from "./collection.ts";

const paragraphs = Array.from(
  { length: 12 },
  (_, i) =>
    `Absatz ${i + 1} erzählt von Schafen, die auf den Wiesen am Hang weiden und dort im Sommer wie im Winter laut blöken.`,
);
const text = `# Die Schafe\n\n${paragraphs.slice(0, 6).join("\n\n")}\n\n## Der Winter\n\n${paragraphs.slice(6).join("\n\n")}\n`;

const collection = createCollection();
let app: App;
beforeAll(async () => {
  collection.write("schafe-am-hang.md", text);
  app = await collection.open();
}, 60_000);
afterAll(async () => {
  await app.close();
  collection.remove();
});

const read = (options?: Parameters<App["fundstelle"]["read"]>[1]) => app.fundstelle.read("schafe-am-hang", options);

describe("reading a document page by page", () => {
  it("gives every paragraph once, in order, over its pages", async () => {
    const { pages } = await read({ charsPerPage: 400 });
    expect(pages).toBeGreaterThan(2);
    const texts: string[] = [];
    for (let page = 1; page <= pages; page++) {
      const found = await read({ page, charsPerPage: 400 });
      expect(found).toMatchObject({ page, pages });
      expect(found.paragraphs.length).toBeGreaterThan(0);
      texts.push(...found.paragraphs.map((paragraph) => paragraph.text.trim()));
    }
    expect(texts.join("\n\n")).toBe(text.trim());
  });

  it("never ends a page with a heading", async () => {
    for (let charsPerPage = 100; charsPerPage < 1500; charsPerPage += 100) {
      const { pages } = await read({ charsPerPage });
      for (let page = 1; page <= pages; page++) {
        const { paragraphs: shown } = await read({ page, charsPerPage });
        if (shown.length > 1) expect(shown.at(-1)?.paragraph.kind).toBe("text");
      }
    }
  });

  it("opens at a paragraph, and marks it", async () => {
    for (let around = 1; around <= 14; around++) {
      const { paragraphs: shown, marked } = await read({ around: { paragraph: around }, charsPerPage: 400 });
      expect(marked).toEqual({ paragraph: around });
      expect(shown.map(({ paragraph }) => paragraph.number)).toContain(around);
    }
    expect(await read({ around: { paragraph: 999 }, charsPerPage: 400 })).not.toHaveProperty("marked");
  });

  it("marks all of several paragraphs", async () => {
    const { marked } = await read({ around: { paragraph: 3, lastParagraph: 5 }, charsPerPage: 10_000 });
    expect(marked).toEqual({ paragraph: 3, lastParagraph: 5 });
  });

  it("gives citations that can be looked up", async () => {
    const { paragraphs: shown } = await read();
    const cited = shown.flatMap(({ citation, text: words }) => (citation === undefined ? [] : [{ citation, words }]));
    expect(cited).toHaveLength(12);
    for (const { citation, words } of cited) {
      const [documentKey = "", paragraph = ""] = citation.split(":");
      const found = await app.fundstelle.lookUp({ documentKey, paragraph: Number(paragraph) });
      expect(found.text.trim()).toBe(words.trim());
    }
  });

  it.each([{ page: 0 }, { page: 99 }, { page: -1 }, { page: 1.5 }])(
    "names the pages where there is no page %j",
    async (options) => {
      await expect(read(options)).rejects.toMatchObject({
        code: "citation-unknown",
        remedy: expect.stringMatching(/1 to \d/),
      });
    },
  );

  it("suggests near keys for an unknown one, and takes the file for the key", async () => {
    await expect(app.fundstelle.read("schafe-am-hank")).rejects.toMatchObject({
      code: "citation-unknown",
      remedy: expect.stringContaining("schafe-am-hang"),
    });
    expect((await app.fundstelle.read("Schafe-am-Hang.md")).metadata.key).toBe("schafe-am-hang");
  });
});
