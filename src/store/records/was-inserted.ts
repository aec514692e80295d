import type { InsertResult } from "kysely";

/** Whether a row was written that was not there before, where a conflict does nothing. */
export function wasInserted({ numInsertedOrUpdatedRows = 0n }: InsertResult): boolean {
  return numInsertedOrUpdatedRows > 0n;
}
