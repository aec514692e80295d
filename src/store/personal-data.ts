import type { ExpressionBuilder, Kysely } from "kysely";
import type { QuestionRow, SolvedPostRow, Tables, VoteRow } from "./tables.ts";

/** Everything that is stored about one person by their hash. */
export interface AboutPerson {
  readonly votes: readonly VoteRow[];
  /** Those whose words are kept. */
  readonly questions: readonly QuestionRow[];
  /** Solved posts that the person has opened or answered. */
  readonly solvedPosts: readonly SolvedPostRow[];
}

/** What people may see and have erased, and what goes by itself. */
export interface PersonalData {
  about(person: string): Promise<AboutPerson>;
  /** Takes away votes and words; that something was asked stays counted, without words and without the person. */
  erase(person: string): Promise<void>;
  /** Does away with what is older, of one server: votes, words of questions with who asked, and who was asked in vain. */
  forgetBefore(guild: string, time: number): Promise<void>;
  /** Servers of which anything is stored. */
  servers(): Promise<readonly string[]>;
}

const nobody = { question: null, person: null } as const;

/** Matches solved posts that a person has opened or answered. */
const concerns = (person: string) => (row: ExpressionBuilder<Tables, "solved_posts">) =>
  row.or({ asker: person, answerer: person });

export function createPersonalData(database: Kysely<Tables>): PersonalData {
  return {
    async about(person) {
      const [votes, questions, solvedPosts] = await Promise.all([
        database.selectFrom("votes").selectAll().where("person", "=", person).orderBy("voted_at", "desc").execute(),
        database.selectFrom("questions").selectAll().where("person", "=", person).orderBy("asked_at", "desc").execute(),
        database.selectFrom("solved_posts").selectAll().where(concerns(person)).orderBy("marked_at", "desc").execute(),
      ]);
      return { votes, questions, solvedPosts };
    },
    async erase(person) {
      await database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("votes").where("person", "=", person).execute();
        await transaction.updateTable("questions").set(nobody).where("person", "=", person).execute();
        await transaction.deleteFrom("solved_posts").where(concerns(person)).execute();
      });
    },
    async forgetBefore(guild, time) {
      await database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("votes").where("guild", "=", guild).where("voted_at", "<", time).execute();
        await transaction.deleteFrom("questions").where("guild", "=", guild).where("asked_at", "<", time).execute();
        await transaction
          .deleteFrom("solved_posts")
          .where("guild", "=", guild)
          .where("document", "is", null)
          .where("marked_at", "<", time)
          .execute();
        await transaction.deleteFrom("audit").where("guild", "=", guild).where("done_at", "<", time).execute();
      });
    },
    async servers() {
      const rows = await database
        .selectFrom("votes")
        .select("guild")
        .union(database.selectFrom("questions").select("guild"))
        .union(database.selectFrom("audit").select("guild"))
        .union(database.selectFrom("solved_posts").select("guild"))
        .execute();
      return rows.map(({ guild }) => guild);
    },
  };
}
