import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type ReadingLimits, readInThread } from "../../../src/documents/reading/read-in-thread.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = async (bytes: Uint8Array, file: string, limits: ReadingLimits = { timeoutMs: 30_000 }) => {
  const { document } = await readInThread({ bytes, file, key: "k", source: undefined }, limits, () => "de");
  return document;
};
const parse = (text: string, limits?: ReadingLimits) => read(bytesOf(text), "page.html", limits);
const refusal = (why: RegExp) =>
  expect.objectContaining({ code: "document-unparsable", message: expect.stringMatching(why) });

describe("reading in a worker thread", () => {
  it("ends what takes too long, and reads what waits behind it", { timeout: 90_000 }, async () => {
    const slow = parse("<b>x</b>".repeat(100_000), { timeoutMs: 1 });
    const next = parse("<p>Danach.");
    await expect(slow).rejects.toEqual(refusal(/page\.html .*longer than 0\.001 s/));
    expect((await next).canonicalText).toBe("Danach.");
  });

  it("leaves the main thread free", { timeout: 90_000 }, async () => {
    await parse("<p>Vorher.");
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await parse(`<p>${"<b>x</b>".repeat(50_000)}`);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it("ends what takes too much memory", { timeout: 120_000 }, async () => {
    const packed = deflateSync(Buffer.alloc(500 * 1024 * 1024, " "));
    const bytes = Buffer.from(
      `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << >> /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed.toString("latin1")}\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n`,
      "latin1",
    );
    const own = { timeoutMs: 60_000, maxGrowthBytes: 150 * 1024 * 1024 };
    await expect(read(bytes, "bomb.pdf", own)).rejects.toEqual(refusal(/bomb\.pdf .*too much memory/));
  });

  it("refuses files that are too large without reading them", async () => {
    await expect(parse("<p>x".repeat(6_000_000))).rejects.toEqual(refusal(/larger than 20 MB/));
  });

  it("keeps documents that are read at once apart", { timeout: 90_000 }, async () => {
    const texts = Array.from({ length: 20 }, (_, i) => `Seite ${i}.`);
    const documents = await Promise.all(texts.map((text) => parse(`<p>${text}`)));
    expect(documents.map(({ canonicalText }) => canonicalText)).toEqual(texts);
  });

  it("reads others beside one that takes its time", { timeout: 90_000 }, async () => {
    await parse("<p>Vorher.");
    const slow = parse("<p>Ein Satz steht hier. Noch einer.".repeat(250_000));
    const done: string[] = [];
    const watched = slow.then(() => done.push("slow"));
    for (const text of ["a", "b", "c"]) done.push((await parse(`<p>${text}.`)).canonicalText);
    await watched;
    expect(done).toEqual(["a.", "b.", "c.", "slow"]);
  });

  it("hands a long text over in pieces, with its passages", { timeout: 120_000 }, async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => `Zeile ${i} nennt den Kran am Kai.`);
    const bytes = bytesOf(lines.join("\n"));
    const turns = new Set<number>();
    const timer = setInterval(() => turns.add(Math.floor(performance.now() / 50)), 5);
    const { document, passages } = await readInThread(
      { bytes, file: "a.txt", key: "k", source: undefined },
      { timeoutMs: 60_000 },
      () => "de",
    );
    clearInterval(timer);
    expect(document.canonicalText).toBe(lines.join("\n"));
    expect(document.paragraphs).toHaveLength(lines.length);
    expect(passages.at(-1)?.range.end).toBe(document.canonicalText.length);
    expect(turns.size).toBeGreaterThan(3);
  });
});
