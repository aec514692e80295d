import type { Migration } from "./migration.ts";

export const solvedPosts: Migration = {
  name: "solved-posts",

  async up({ schema }) {
    await schema
      .createTable("solved_posts")
      .addColumn("thread", "text", (column) => column.primaryKey())
      .addColumn("guild", "text", (column) => column.notNull())
      .addColumn("forum", "text", (column) => column.notNull())
      .addColumn("answer", "text", (column) => column.notNull())
      .addColumn("asker", "text", (column) => column.notNull())
      .addColumn("answerer", "text", (column) => column.notNull())
      .addColumn("asker_agreed_at", "bigint")
      .addColumn("answerer_agreed_at", "bigint")
      .addColumn("prompt", "text")
      .addColumn("document", "text")
      .addColumn("marked_at", "bigint", (column) => column.notNull())
      .execute();
    await schema.createIndex("solved_posts_of_guild").on("solved_posts").columns(["guild", "marked_at"]).execute();
    await schema.createIndex("solved_posts_of_asker").on("solved_posts").column("asker").execute();
    await schema.createIndex("solved_posts_of_answerer").on("solved_posts").column("answerer").execute();
  },
};
