import { createHash } from "node:crypto";
import path from "node:path";
import { expect, it } from "vitest";
import { readForEvaluation } from "../../../scripts/evaluation/evaluation-setup.ts";
import { indexingVersion } from "../../../src/app/index/fingerprints.ts";
import { encodeIndex } from "../../../src/search/storage/encoding/encode-index.ts";
import { indexed } from "../../support/indexed.ts";
import { root } from "../../support/program.ts";

/**
 * What the present version makes of the same documents. Where this fails, reading, analysis or indexing has changed:
 * raise `indexingVersion`, so that indexes made before are built anew, and write down both values. (New words in the lists of
 * frequencies need no other version, but new values.)
 */
const made = {
  indexingVersion: 34,
  seeds: "465ec03b0e92a1f2",
  workshop: "434cc655074fc09b",
};

async function indexOf(folder: string): Promise<string> {
  const { documents, lexicon } = await readForEvaluation(path.join(root, folder));
  const hash = createHash("sha256");
  for (const { kind, content } of encodeIndex(indexed(documents, lexicon).data))
    hash.update(`${kind} `).update(content);
  return hash.digest("hex").slice(0, 16);
}

it("is raised when the same documents give another index", async () => {
  const [seeds, workshop] = [await indexOf("seeds"), await indexOf("tests/fixtures/workshop/documents")];
  expect({ indexingVersion, seeds, workshop }).toEqual(made);
});
