import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { QuestionRow, Tables } from "./tables.ts";

export type AskedQuestion = Omit<QuestionRow, "id" | "asked_at">;

/** What was asked, by default without its words and without who asked. */
export interface Questions {
  add(question: AskedQuestion): Promise<void>;
  /** Those of a server, or of all where it is undefined, in a time: from, and before, in milliseconds. */
  between(guild: string | undefined, from: number, before: number): Promise<readonly QuestionRow[]>;
}

export function createQuestions(database: Kysely<Tables>, now: () => number): Questions {
  return {
    async add(question) {
      await database
        .insertInto("questions")
        .values({ ...question, id: randomUUID(), asked_at: now() })
        .execute();
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
