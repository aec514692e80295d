import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";
import { wasInserted } from "./was-inserted.ts";

/** What is done once, whichever of several processes does it. */
export interface Claims {
  /** @returns whether nobody has claimed it before */
  claim(name: string): Promise<boolean>;
}

export function createClaims(database: Kysely<Tables>, now: () => number): Claims {
  return {
    async claim(name) {
      const inserted = await database
        .insertInto("store_facts")
        .values({ name: `claim ${name}`, value: String(now()) })
        .onConflict((conflict) => conflict.column("name").doNothing())
        .executeTakeFirstOrThrow();
      return wasInserted(inserted);
    },
  };
}
