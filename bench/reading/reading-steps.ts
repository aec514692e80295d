import type { Lexicon } from "../../src/analysis/lexicon/lexicon.ts";
import { Collection } from "../../src/app/collection/collection.ts";
import { createOutlines } from "../../src/app/collection/outlines.ts";
import { buildIndex, textKeeper } from "../../src/app/index/build-index.ts";
import { createFileWriter } from "../../src/search/storage/file-writing.ts";
import { betweenTurns } from "../between-turns.ts";
import { type StepFigures, StepTimer } from "../steps-figures.ts";

/**
 * Reads and indexes a folder in this thread, as the program does where it cannot leave that to
 * another one: documents come from threads in pieces, and their texts are kept in the index's folder.
 * @param allowedMs of CPU; steps that take longer are counted
 */
export async function readFolder(
  folder: string,
  indexFolder: string,
  { lexicon, allowedMs }: { readonly lexicon: Lexicon; readonly allowedMs: number },
): Promise<{ readonly figures: StepFigures; readonly tooLong: number }> {
  const timer = new StepTimer("reading a folder of all formats", allowedMs);
  const files = createFileWriter();
  await betweenTurns(timer, async () => {
    const collection = await Collection.open(folder, lexicon);
    const skipped: string[] = [];
    const keepText = textKeeper(indexFolder, files, createOutlines(indexFolder, "bench", files));
    await buildIndex(collection, (event) => event.kind === "skipped" && skipped.push(event.error.message), keepText);
    if (skipped.length > 0) throw new Error(`Not read: ${skipped.join(" ")}`);
  });
  return { figures: timer.figures, tooLong: timer.tooLong };
}
