import type { Migration } from "./migration.ts";

/** What several processes of one bot share while they run. */
export const sharedState: Migration = {
  name: "shared-state",

  async up({ schema }) {
    await schema
      .createTable("claims")
      .addColumn("key", "text", (column) => column.primaryKey())
      .addColumn("taken_at", "bigint", (column) => column.notNull())
      .execute();
    await schema.createIndex("claims_taken").on("claims").column("taken_at").execute();
    await schema
      .createTable("cooldowns")
      .addColumn("key", "text", (column) => column.primaryKey())
      .addColumn("points", "integer", (column) => column.notNull())
      .addColumn("expire", "bigint")
      .execute();
  },
};
