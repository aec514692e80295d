import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { QuestionRow, Tables } from "../tables.ts";

export type AskedQuestion = Omit<QuestionRow, "id">;

/** What was asked, by default without its words and without who asked. */
export interface Questions {
  add(questions: readonly AskedQuestion[]): Promise<void>;
  /** Those of a server, or of all where it is undefined, in a time: from, and before, in milliseconds. */
  between(guild: string | undefined, from: number, before: number): Promise<readonly QuestionRow[]>;
}

export function createQuestions(database: Kysely<Tables>): Questions {
  return {
    async add(questions) {
      if (questions.length === 0) return;
      const rows = questions.map((question) => ({ ...question, id: randomUUID() }));
      await database.insertInto("questions").values(rows).execute();
    },
    async between(guild, from, before) {
      return await database
        .selectFrom("questions")
        .selectAll()
        .where("asked_at", ">=", from)
        .where("asked_at", "<", before)
        .$if(guild !== undefined, (query) => query.where("guild", "=", guild ?? ""))
        .orderBy("asked_at")
        .execute();
    },
  };
}
