import { CompiledQuery, type Kysely } from "kysely";
import type { Tables } from "../tables.ts";
import { wasInserted } from "./was-inserted.ts";

/** Claims that are older than this are nobody's: Discord sends nothing twice so late. */
const claimLifeMs = 60 * 60 * 1000;
/** Old ones are removed with about one new one in so many. */
const cleaningEvery = 500;

/** The events that one of several processes answers, so that no other does the same; for an hour. */
export interface EventClaims {
  /** @returns false where another process was first */
  take(key: string): Promise<boolean>;
  /** Gives it up, so that it can be taken again. */
  release(key: string): Promise<void>;
}

/** What several processes of one bot share. */
export interface SharedState {
  readonly claims: EventClaims;
  /** Sends a query to the table `cooldowns`, in the form of the library that limits rates. */
  query(query: { readonly text: string; readonly values: readonly unknown[] }): Promise<{ rows: unknown[] }>;
}

export function createSharedState(database: Kysely<Tables>, now: () => number): SharedState {
  let taken = 0;
  const clean = (): Promise<unknown> =>
    database
      .deleteFrom("claims")
      .where("taken_at", "<", now() - claimLifeMs)
      .execute();
  return {
    claims: {
      async take(key) {
        if (taken++ % cleaningEvery === 0) await clean();
        const inserted = await database
          .insertInto("claims")
          .values({ key, taken_at: now() })
          .onConflict((conflict) => conflict.column("key").doNothing())
          .executeTakeFirstOrThrow();
        return wasInserted(inserted);
      },
      async release(key) {
        await database.deleteFrom("claims").where("key", "=", key).execute();
      },
    },
    async query({ text, values }) {
      const { rows } = await database.executeQuery(CompiledQuery.raw(text, [...values]));
      return { rows };
    },
  };
}
