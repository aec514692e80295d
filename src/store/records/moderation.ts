import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { AuditRow, BlockRow, Tables } from "../tables.ts";
import { wasInserted } from "./was-inserted.ts";

export type BlockKey = Pick<BlockRow, "guild" | "kind" | "subject">;

/** Who may not ask, and where nobody may. */
export interface Blocks {
  /** @returns whether it is new */
  add(block: BlockKey): Promise<boolean>;
  /** @returns whether there was one */
  remove(block: BlockKey): Promise<boolean>;
  /** Oldest first. */
  of(guild: string): Promise<readonly BlockRow[]>;
  all(): Promise<readonly BlockRow[]>;
}

/** What managers did. */
export interface Audit {
  add(entry: Pick<AuditRow, "guild" | "manager" | "action" | "detail">): Promise<void>;
  /** Newest first. */
  of(guild: string, limit: number): Promise<readonly AuditRow[]>;
}

export function createBlocks(database: Kysely<Tables>, now: () => number): Blocks {
  return {
    async add(block) {
      const inserted = await database
        .insertInto("blocks")
        .values({ ...block, blocked_at: now() })
        .onConflict((conflict) => conflict.columns(["guild", "kind", "subject"]).doNothing())
        .executeTakeFirstOrThrow();
      return wasInserted(inserted);
    },
    async remove({ guild, kind, subject }) {
      const { numDeletedRows } = await database
        .deleteFrom("blocks")
        .where("guild", "=", guild)
        .where("kind", "=", kind)
        .where("subject", "=", subject)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    of: (guild) => database.selectFrom("blocks").selectAll().where("guild", "=", guild).orderBy("blocked_at").execute(),
    all: () => database.selectFrom("blocks").selectAll().execute(),
  };
}

export function createAudit(database: Kysely<Tables>, now: () => number): Audit {
  return {
    async add(entry) {
      await database
        .insertInto("audit")
        .values({ ...entry, id: randomUUID(), done_at: now() })
        .execute();
    },
    of: (guild, limit) =>
      database
        .selectFrom("audit")
        .selectAll()
        .where("guild", "=", guild)
        .orderBy("done_at", "desc")
        .orderBy("id")
        .limit(limit)
        .execute(),
  };
}
