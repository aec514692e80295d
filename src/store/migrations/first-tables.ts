import type { Migration } from "./migration.ts";

export const firstTables: Migration = {
  name: "first-tables",

  async up({ schema }) {
    await schema
      .createTable("store_facts")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("value", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("questions")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("guild", "text", (column) => column.notNull())
      .addColumn("asked_at", "bigint", (column) => column.notNull())
      .addColumn("trigger_kind", "text", (column) => column.notNull())
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("certainty", "text", (column) => column.notNull())
      .addColumn("reason", "text")
      .addColumn("latency_ms", "integer", (column) => column.notNull())
      .addColumn("citation", "text")
      .addColumn("question", "text")
      .addColumn("person", "text")
      .execute();
    await schema.createIndex("questions_of_guild").on("questions").columns(["guild", "asked_at"]).execute();
    await schema.createIndex("questions_of_person").on("questions").column("person").execute();
    await schema
      .createTable("votes")
      .addColumn("message", "text", (column) => column.notNull())
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("guild", "text", (column) => column.notNull())
      .addColumn("vote", "integer", (column) => column.notNull())
      .addColumn("word", "text")
      .addColumn("citation", "text")
      .addColumn("question", "text")
      .addColumn("voted_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("votes_key", ["message", "person"])
      .execute();
    await schema.createIndex("votes_of_guild").on("votes").columns(["guild", "voted_at"]).execute();
    await schema.createIndex("votes_of_person").on("votes").column("person").execute();
    await schema
      .createTable("server_settings")
      .addColumn("guild", "text", (column) => column.primaryKey())
      .addColumn("settings", "text", (column) => column.notNull())
      .addColumn("changed_at", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createTable("audit")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("guild", "text", (column) => column.notNull())
      .addColumn("done_at", "bigint", (column) => column.notNull())
      .addColumn("manager", "text", (column) => column.notNull())
      .addColumn("action", "text", (column) => column.notNull())
      .addColumn("detail", "text", (column) => column.notNull())
      .execute();
    await schema.createIndex("audit_of_guild").on("audit").columns(["guild", "done_at"]).execute();
    await schema
      .createTable("blocks")
      .addColumn("guild", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("subject", "text", (column) => column.notNull())
      .addColumn("blocked_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("blocks_key", ["guild", "kind", "subject"])
      .execute();
  },
};
