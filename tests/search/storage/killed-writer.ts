import { createFileWriter } from "../../../src/search/storage/file-writing.ts";
import { IndexStore } from "../../../src/search/storage/index-store.ts";
import { openIndex } from "../../../src/search/storage/open-index.ts";
import { builtIndex, lexicon } from "./invented.ts";
import { documentOfStep } from "./killed-steps.ts";

/**
 * Run by a test as a process of its own, which is killed at some moment: changes an index step by step, forever. Each
 * step replaces one document and says so on standard output when it is done; now and then it writes a new generation.
 */
const folder = process.argv[2] ?? "";
const analyzerFingerprint = "analysis-1";
const opening = await openIndex(folder, { analyzerFingerprint });
if (opening.kind === "damaged" || opening.kind === "outdated") throw new Error(`${opening.kind}: ${opening.reason}`);
const state =
  opening.kind === "loaded" ? opening : { data: builtIndex([]), documentsFingerprint: "step-0", journalBytes: 0 };
const store = new IndexStore(state, { folder, files: createFileWriter(), lexicon, analyzerFingerprint });

for (let step = Number(state.documentsFingerprint.slice(5)) + 1; ; step++) {
  const saving = await store.update({
    added: [documentOfStep(step)],
    removed: [],
    documentsFingerprint: `step-${step}`,
  });
  if (saving.kind === "not-saved") throw saving.reason;
  if (saving.kind === "saved") process.stdout.write(`${step}\n`);
  if (step % 5 === 0) void store.compact();
}
