import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** What servers have set for themselves, as JSON; whoever reads it checks it. */
export interface StoredSettings {
  /** Undefined where the server has set nothing. */
  read(guild: string): Promise<unknown>;
  write(guild: string, settings: unknown): Promise<void>;
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
    async write(guild, settings) {
      const row = { guild, settings: JSON.stringify(settings), changed_at: now() };
      await database
        .insertInto("server_settings")
        .values(row)
        .onConflict((conflict) => conflict.column("guild").doUpdateSet(row))
        .execute();
    },
    async all() {
      const rows = await database.selectFrom("server_settings").select(["guild", "settings"]).execute();
      return rows.map(({ guild, settings }) => ({ guild, settings: JSON.parse(settings) }));
    },
  };
}
