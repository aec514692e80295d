import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { PointerRow, Tables } from "../tables.ts";

/** A server has no more of them: the oldest goes when another one comes. */
export const mostPointers = 200;

/** Passages that people have pointed to as answers. */
export interface Pointers {
  /** In the place of an earlier one for the same question. @returns its id */
  add(pointer: Pick<PointerRow, "guild" | "question" | "citation">): Promise<string>;
  /** @returns whether there was one */
  remove(guild: string, id: string): Promise<boolean>;
  /** Newest first. */
  all(): Promise<readonly PointerRow[]>;
}

export function createPointers(database: Kysely<Tables>, now: () => number): Pointers {
  return {
    add: ({ guild, question, citation }) =>
      database.transaction().execute(async (transaction) => {
        const id = randomUUID();
        await transaction.deleteFrom("pointers").where("guild", "=", guild).where("question", "=", question).execute();
        await transaction.insertInto("pointers").values({ id, guild, question, citation, pointed_at: now() }).execute();
        const tooMany = await transaction
          .selectFrom("pointers")
          .select("id")
          .where("guild", "=", guild)
          .orderBy("pointed_at", "desc")
          .limit(mostPointers)
          .offset(mostPointers)
          .execute();
        if (tooMany.length > 0)
          await transaction
            .deleteFrom("pointers")
            .where(
              "id",
              "in",
              tooMany.map((row) => row.id),
            )
            .execute();
        return id;
      }),
    async remove(guild, id) {
      const { numDeletedRows } = await database
        .deleteFrom("pointers")
        .where("guild", "=", guild)
        .where("id", "=", id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    all: () => database.selectFrom("pointers").selectAll().orderBy("pointed_at", "desc").execute(),
  };
}
