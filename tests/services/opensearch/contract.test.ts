import { afterAll, beforeAll, describe } from "vitest";
import { missingForOpenSearch } from "../../../opensearch-in-tests/class-path.ts";
import { startCluster, type TestCluster } from "../../../opensearch-in-tests/cluster.ts";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import { passageIndexContract } from "../../contracts/passage-index-contract.ts";
import { written } from "./written.ts";

const missing = await missingForOpenSearch();

describe.skipIf(missing !== undefined)(`OpenSearch${missing === undefined ? "" : `, skipped: ${missing}`}`, () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(async () => {
    await cluster.stop();
  });
  passageIndexContract("OpenSearch", async (documents) => {
    return (await written(cluster.urls[0] ?? "", documents, createLexicon(emptyLexicon()))).index;
  });
});
