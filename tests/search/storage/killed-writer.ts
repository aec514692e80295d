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
const analyzer = "analysis-1";
const opening = await openIndex(folder, { analyzer });
if (opening.kind === "damaged" || opening.kind === "outdated") throw new Error(`${opening.kind}: ${opening.reason}`);
const state = opening.kind === "loaded" ? opening : { data: builtIndex([]), documents: "step-0", journalBytes: 0 };
const store = new IndexStore(state, { folder, files: createFileWriter(), lexicon, analyzer });

for (let step = Number(state.documents.slice(5)) + 1; ; step++) {
  const saving = await store.update({ added: [documentOfStep(step)], removed: [], documents: `step-${step}` });
  if (saving.kind === "not-saved") throw saving.reason;
  if (saving.kind === "saved") process.stdout.write(`${step}\n`);
  if (step % 5 === 0) void store.compact();
}
