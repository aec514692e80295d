import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";

/** What servers have set for themselves, as JSON; whoever reads it checks it. */
export interface StoredSettings {
  /** Undefined where the server has set nothing. */
  read(guild: string): Promise<unknown>;
  /** Makes new settings of the present ones, which nobody else changes meanwhile. */
  change(guild: string, change: (present: unknown) => unknown): Promise<void>;
  all(): Promise<readonly { readonly guild: string; readonly settings: unknown }[]>;
}

export function createStoredSettings(database: Kysely<Tables>, now: () => number): StoredSettings {
  return {
    async read(guild) {
      const row = await database
        .selectFrom("server_settings")
        .select("settings")
        .where("guild", "=", guild)
        .executeTakeFirst();
      return row === undefined ? undefined : JSON.parse(row.settings);
    },
    async change(guild, change) {
      await database.transaction().execute(async (transaction) => {
        const empty = { guild, settings: "{}", changed_at: now() };
        // The row that is there is locked for the others, in PostgreSQL too.
        const { settings } = await transaction
          .insertInto("server_settings")
          .values(empty)
          .onConflict((conflict) => conflict.column("guild").doUpdateSet({ changed_at: empty.changed_at }))
          .returning("settings")
          .executeTakeFirstOrThrow();
        await transaction
          .updateTable("server_settings")
          .set({ settings: JSON.stringify(change(JSON.parse(settings))) })
          .where("guild", "=", guild)
          .execute();
      });
    },
    async all() {
      const rows = await database.selectFrom("server_settings").select(["guild", "settings"]).execute();
      return rows.map(({ guild, settings }) => ({ guild, settings: JSON.parse(settings) }));
    },
  };
}
