import { readAhead } from "../../documents/reading/read-ahead.ts";
import { AppError } from "../../errors.ts";
import type { ClusterWriter, WrittenDocument } from "../../search/cluster/writing/writer.ts";
import type { DocumentInput } from "../../search/index/index-writer.ts";
import type { ChangedFiles, IndexEvent } from "../../search/index-event.ts";
import type { Collection } from "../collection/collection.ts";
import type { Differences } from "../collection/differences.ts";

/**
 * Passages, and characters of text, that become one change: what a process holds in memory at a time. Compounds are split
 * by what the words of one change tell of each other.
 */
const changePassages = 50_000;
const changeChars = 60_000_000;

export interface DifferencesToWrite {
  readonly differences: Differences;
  /** The documents that are in the index. */
  readonly written: readonly WrittenDocument[];
  /** Whether progress is told of all documents. */
  readonly isBuilding: boolean;
}

/** Reads documents that are new or have changed, and writes them and what is gone into a cluster's index. */
export async function writeDifferences(
  collection: Collection,
  writer: ClusterWriter,
  onEvent: (event: IndexEvent) => void,
  { differences, written, isBuilding }: DifferencesToWrite,
): Promise<{ readonly passages: number; readonly changes: ChangedFiles }> {
  const byFile = new Map(written.map((one) => [one.document.file, one]));
  const oldOf = (file: string): WrittenDocument[] => {
    const known = byFile.get(file);
    return known === undefined ? [] : [known];
  };
  const done: { added: string[]; changed: string[]; removed: string[] } = { added: [], changed: [], removed: [] };
  let passages = 0;
  let inputs: DocumentInput[] = [];
  let removed: WrittenDocument[] = differences.removed.flatMap(({ file }) => oldOf(file));
  done.removed.push(...removed.map(({ document }) => document.file));
  const write = async (): Promise<void> => {
    if (inputs.length + removed.length === 0) return;
    await writer.change(inputs, removed);
    inputs = [];
    removed = [];
  };
  const files = [...differences.added, ...differences.changed];
  const read = async (file: string) => ({ file, input: await readInput(collection, file, onEvent) });
  let documents = 0;
  for await (const { file, input } of readAhead(files, read)) {
    const old = oldOf(file);
    removed.push(...old);
    if (input !== undefined) {
      (old.length === 0 ? done.added : done.changed).push(file);
      inputs.push(input);
      passages += input.passages.length;
    } else if (old.length > 0) done.removed.push(file);
    documents++;
    if (isBuilding) onEvent({ kind: "read", documents, of: files.length });
    const waiting = inputs.reduce((sum, one) => sum + one.passages.length, 0);
    const chars = inputs.reduce((sum, { document }) => sum + document.canonicalText.length, 0);
    if (waiting >= changePassages || chars >= changeChars) await write();
  }
  await write();
  return { passages, changes: done };
}

async function readInput(
  collection: Collection,
  file: string,
  onEvent: (event: IndexEvent) => void,
): Promise<DocumentInput | undefined> {
  try {
    const input = await collection.input(file);
    const { gaps } = input.document;
    if (gaps !== undefined) onEvent({ kind: "incomplete", file, gaps });
    return input;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    onEvent({ kind: "skipped", file, error });
    return undefined;
  }
}
