import type { AppError } from "../../errors.ts";
import type { FileWriter } from "./file-writing.ts";
import { createTaskQueue } from "./task-queue.ts";
import { lockIndex, type WriterLock } from "./writer-lock.ts";

/** The writer lock as several tasks of one process share it: the first takes it, the last gives it back. */
export interface SharedLock {
  /** @returns why nothing can be written there, if so; then there is nothing to give back */
  take(): Promise<AppError | undefined>;
  giveBack(): Promise<void>;
}

export function createSharedLock(folder: string, files: FileWriter, waitMs: number): SharedLock {
  const inTurn = createTaskQueue();
  let lock: WriterLock | undefined;
  let holders = 0;
  return {
    take: () =>
      inTurn(async () => {
        if (lock === undefined) {
          const locking = await lockIndex(folder, files, { waitMs });
          if (locking.kind === "read-only") return locking.reason;
          lock = locking.lock;
        }
        holders++;
        return undefined;
      }),
    giveBack: () =>
      inTurn(async () => {
        holders--;
        if (holders > 0) return;
        const given = lock;
        lock = undefined;
        await given?.release();
      }),
  };
}
