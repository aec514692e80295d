import type { Kysely } from "kysely";
import type { Tables, VoteRow } from "../tables.ts";

export type Vote = Pick<VoteRow, "message" | "person" | "guild" | "citation" | "question"> & {
  readonly isHelpful: boolean;
};

/** One vote a person and answer, which can be changed. */
export interface Votes {
  /** In the place of the person's earlier one on the same answer, whose word goes with it. */
  cast(vote: Vote): Promise<void>;
  /** Adds what the person says about it; nothing where there is no such vote. */
  say(vote: Pick<Vote, "message" | "person">, word: string): Promise<void>;
  /** Those of a server, or of all where it is undefined, in a time: from, and before, in milliseconds. */
  between(guild: string | undefined, from: number, before: number): Promise<readonly VoteRow[]>;
  /** How an answer was voted on. */
  count(message: string): Promise<{ readonly helpful: number; readonly notHelpful: number }>;
}

export function createVotes(database: Kysely<Tables>, now: () => number): Votes {
  return {
    async cast({ isHelpful, ...vote }) {
      const row: VoteRow = { ...vote, vote: isHelpful ? 1 : -1, word: null, voted_at: now() };
      await database
        .insertInto("votes")
        .values(row)
        .onConflict((conflict) => conflict.columns(["message", "person"]).doUpdateSet(row))
        .execute();
    },
    async say({ message, person }, word) {
      await database
        .updateTable("votes")
        .set({ word })
        .where("message", "=", message)
        .where("person", "=", person)
        .execute();
    },
    between: (guild, from, before) =>
      database
        .selectFrom("votes")
        .selectAll()
        .where("voted_at", ">=", from)
        .where("voted_at", "<", before)
        .$if(guild !== undefined, (query) => query.where("guild", "=", guild ?? ""))
        .orderBy("voted_at")
        .execute(),
    async count(message) {
      const rows = await database
        .selectFrom("votes")
        .select(["vote", (builder) => builder.fn.countAll<number>().as("votes")])
        .where("message", "=", message)
        .groupBy("vote")
        .execute();
      const votesFor = (wanted: number): number => rows.find(({ vote }) => vote === wanted)?.votes ?? 0;
      return { helpful: votesFor(1), notHelpful: votesFor(-1) };
    },
  };
}
