import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parseInWorker } from "../../../src/documents/parsers/worker/parse-in-worker.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const limits = { timeoutMs: 30_000, maxBytes: 10_000_000 };
const parse = (text: string, own: Partial<typeof limits> = {}) =>
  parseInWorker({ format: "html", bytes: bytesOf(text), file: "page.html" }, { ...limits, ...own });
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
    const own = { timeoutMs: 60_000, maxBytes: 10_000_000, maxGrowthBytes: 150 * 1024 * 1024 };
    await expect(parseInWorker({ format: "pdf", bytes, file: "bomb.pdf" }, own)).rejects.toEqual(
      refusal(/bomb\.pdf .*too much memory/),
    );
  });

  it("refuses files that are too large without reading them", async () => {
    await expect(parse("<p>x".repeat(1_000_000), { maxBytes: 2 * 1024 * 1024 })).rejects.toEqual(
      refusal(/larger than 2 MB/),
    );
  });

  it("keeps documents that are read at once apart", { timeout: 90_000 }, async () => {
    const texts = Array.from({ length: 20 }, (_, i) => `Seite ${i}.`);
    const documents = await Promise.all(texts.map((text) => parse(`<p>${text}`)));
    expect(documents.map(({ canonicalText }) => canonicalText)).toEqual(texts);
  });
});
