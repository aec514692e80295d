import { cpSync, existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { requireCitation } from "../../../src/answering/citing/citation.ts";
import { fingerprintChars } from "../../../src/answering/citing/fingerprint.ts";
import { createApp } from "../../../src/app.ts";
import { temporaryFolder } from "../../support/program.ts";

/**
 * Citations that the program made before paragraphs were joined: of the seeds, and of collections that lie beside the
 * project where it is developed. Their texts are not kept here, only where the quotes stood and what proves them.
 */
const citationSchema = z.strictObject({
  collection: z.string(),
  file: z.string(),
  fileSha256: z.string(),
  citation: z.string(),
  start: z.number(),
  end: z.number(),
  quoteSha256: z.string(),
});
const citations = readFileSync(new URL("old-citations.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => citationSchema.parse(JSON.parse(line)));

const project = fileURLToPath(new URL("../../..", import.meta.url));
const shared = path.join(project, "..", "shared");
const temporary = temporaryFolder();
afterAll(() => temporary.remove());

/** The folder of a collection; a single file is put into one of its own. */
function folderOf(collection: string): string {
  const source = path.join(shared, collection);
  if (collection.startsWith("gold/")) return path.join(source, "seeds");
  if (statSync(source).isDirectory()) return source;
  const folder = path.join(temporary.path, path.basename(source));
  cpSync(source, path.join(folder, path.basename(source)));
  return folder;
}

async function check(collection: string, folder: string): Promise<void> {
  const app = await createApp({ seedsFolder: folder, indexFolder: path.join(temporary.path, "index", collection) });
  const own = citations.filter((one) => one.collection === collection);
  const claims = own.map(({ citation, quoteSha256 }) => {
    const label = `${citation}@${quoteSha256.slice(0, fingerprintChars)}`;
    return { label, reference: requireCitation(label), quotes: [] };
  });
  const proofs = await app.fundstelle.verify(claims);
  await app.close();
  const states = own.map(({ quoteSha256 }, i) => {
    const { state, location } = proofs[i] ?? {};
    const isFound = state === "proven" || state === "moved";
    return isFound && location?.quoteSha256 !== quoteSha256 ? "other words" : state;
  });
  // What was read wrongly before has changed where it is read rightly now, and is said to have.
  expect(["proven", "moved", "changed"]).toEqual(expect.arrayContaining(states));
  const isKept = states.filter((state) => state === "proven" || state === "moved").length;
  if (collection.startsWith("gold/")) expect(isKept / own.length).toBeGreaterThan(0.85);
}

describe("citations made before paragraphs were joined", () => {
  it("of the seeds are all proven where they were", async () => {
    const app = await createApp({
      seedsFolder: path.join(project, "seeds"),
      indexFolder: path.join(temporary.path, "index", "seeds-place"),
    });
    for (const { citation, quoteSha256, start, end } of citations.filter(({ collection }) => collection === "seeds")) {
      const label = `${citation}@${quoteSha256.slice(0, fingerprintChars)}`;
      const [proof] = await app.fundstelle.verify([{ label, reference: requireCitation(label), quotes: [] }]);
      expect(proof).toMatchObject({ state: "proven", location: { citation: label, range: { start, end } } });
    }
    await app.close();
  }, 60_000);

  it
    .skipIf(!existsSync(shared))
    .each([...new Set(citations.map(({ collection }) => collection).filter((name) => name !== "seeds"))])(
    "of %s are unchanged, moved, or said to have changed, and never other words",
    async (collection) => {
      await check(collection, folderOf(collection));
    },
    120_000,
  );
});
