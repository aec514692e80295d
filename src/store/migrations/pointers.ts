import type { Migration } from "./migration.ts";

export const pointers: Migration = {
  name: "pointers",

  async up({ schema }) {
    await schema
      .createTable("pointers")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("guild", "text", (column) => column.notNull())
      .addColumn("question", "text", (column) => column.notNull())
      .addColumn("citation", "text", (column) => column.notNull())
      .addColumn("pointed_at", "bigint", (column) => column.notNull())
      .execute();
    await schema.createIndex("pointers_of_guild").on("pointers").columns(["guild", "pointed_at"]).execute();
  },
};
