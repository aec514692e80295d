import type { Migration } from "./migration.ts";

/** All passages that an answer showed at first, in the place of the first one alone. */
export const citationsShown: Migration = {
  name: "citations-shown",

  async up({ schema }) {
    await schema.alterTable("questions").renameColumn("citation", "citations").execute();
  },
};
