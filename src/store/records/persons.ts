import { createHmac, timingSafeEqual } from "node:crypto";
import type { Kysely } from "kysely";
import { AppError } from "../../errors.ts";
import type { Tables } from "../tables.ts";

const hashBytes = 16;

/** How persons stand in the store: by a hash that nobody can compute who has the store alone. */
export type PersonHash = (personId: string) => string;

export function createPersonHash(key: string): PersonHash {
  return (personId) => hashOf(key, `person ${personId}`);
}

/**
 * Sees to it that a store is always used with the same key, by a hash that it keeps: with another one nobody would be
 * recognised, and nobody could have erased what is stored about them.
 * @throws AppError `store-key-wrong`
 */
export async function checkPersonKey(database: Kysely<Tables>, key: string): Promise<void> {
  const value = hashOf(key, "key of this store");
  await database
    .insertInto("store_facts")
    .values({ name: "person_key", value })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const kept = await database
    .selectFrom("store_facts")
    .select("value")
    .where("name", "=", "person_key")
    .executeTakeFirstOrThrow();
  if (kept.value.length === value.length && timingSafeEqual(Buffer.from(kept.value), Buffer.from(value))) return;
  throw new AppError(
    "store-key-wrong",
    "The store was made with another key for persons than the one that is set.",
    "Set PERSON_KEY to the key of before, or put person.key of before into DATA_DIR.",
  );
}

function hashOf(key: string, text: string): string {
  return createHmac("sha256", key).update(text).digest().subarray(0, hashBytes).toString("base64url");
}
