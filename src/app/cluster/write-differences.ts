import type { ClusterWriter, WrittenDocument } from "../../search/cluster/writing/writer.ts";
import type { ChangedFiles } from "../../search/index-event.ts";
import type { Differences } from "../collection/changes/differences.ts";
import { InputBatch } from "../collection/changes/input-batch.ts";
import { type ReadingParts, readFiles } from "../collection/changes/reading-differences.ts";

/** What becomes one change. Compounds are split by what the words of one change tell of each other. */
const changeLimits = { passages: 50_000, chars: 60_000_000 };

export interface DifferencesToWrite {
  readonly differences: Differences;
  /** The documents that are in the index. */
  readonly written: readonly WrittenDocument[];
  /** Whether progress is told of all documents. */
  readonly isBuilding: boolean;
}

/** Reads documents that are new or have changed, and writes them and what is gone into a cluster's index. */
export async function writeDifferences(
  parts: ReadingParts,
  writer: ClusterWriter,
  { differences, written, isBuilding }: DifferencesToWrite,
): Promise<{ readonly passages: number; readonly changes: ChangedFiles }> {
  const byFile = new Map(written.map((one) => [one.document.file, one]));
  const oldOf = (file: string): WrittenDocument[] => {
    const known = byFile.get(file);
    return known === undefined ? [] : [known];
  };
  const done: { added: string[]; changed: string[]; removed: string[] } = { added: [], changed: [], removed: [] };
  let passages = 0;
  const batch = new InputBatch(changeLimits);
  let removed: WrittenDocument[] = differences.removed.flatMap(({ file }) => oldOf(file));
  done.removed.push(...removed.map(({ document }) => document.file));
  const write = async (): Promise<void> => {
    const added = batch.take();
    if (added.length + removed.length === 0) return;
    await writer.change(added, removed);
    removed = [];
  };
  const files = [...differences.added, ...differences.changed];
  let documents = 0;
  for await (const { file, input } of readFiles(files, parts)) {
    const old = oldOf(file);
    removed.push(...old);
    if (input !== undefined) {
      (old.length === 0 ? done.added : done.changed).push(file);
      batch.add(input);
      passages += input.passages.length;
    } else if (old.length > 0) done.removed.push(file);
    documents++;
    if (isBuilding) parts.onEvent({ kind: "read", documents, of: files.length });
    if (batch.isFull) await write();
  }
  await write();
  return { passages, changes: done };
}
