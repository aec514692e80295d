import type { ExpressionBuilder, Kysely } from "kysely";
import type { SolvedPostRow, Tables } from "../tables.ts";
import { wasInserted } from "./was-inserted.ts";

/** A post that has been answered by a message. */
export type MarkedPost = Pick<SolvedPostRow, "guild" | "forum" | "thread" | "answer" | "asker" | "answerer">;
/** One answer to one post. */
export type PostAnswer = Pick<SolvedPostRow, "thread" | "answer">;

/** Which message answers which post of a forum, and who has agreed that both are kept. A post has one answer. */
export interface SolvedPosts {
  /** @returns whether the post had none */
  add(post: MarkedPost): Promise<boolean>;
  /** @returns undefined where nothing answers the post */
  of(thread: string): Promise<SolvedPostRow | undefined>;
  setPrompt(post: PostAnswer, prompt: string): Promise<void>;
  /** A person agrees, in each part that they have in it. @returns it as it is then; undefined where there is none */
  agree(post: PostAnswer, person: string): Promise<SolvedPostRow | undefined>;
  /** A person does not agree yet, after all. */
  takeBack(post: PostAnswer, person: string): Promise<void>;
  /** Names the document of the post. @returns false where there is none any more, or it has a document */
  setDocument(post: PostAnswer, document: string): Promise<boolean>;
  /** There is no document, after all. */
  clearDocument(post: PostAnswer): Promise<void>;
  /** @returns it as it was; undefined where there is none */
  remove(post: PostAnswer): Promise<SolvedPostRow | undefined>;
  /** Forgets the post that a document was made of. */
  removeDocument(guild: string, document: string): Promise<void>;
  /** All posts of a forum. */
  inForum(forum: string): Promise<readonly SolvedPostRow[]>;
  /** All posts of a server. */
  inGuild(guild: string): Promise<readonly SolvedPostRow[]>;
}

/** Matches a post as far as this message still answers it. */
const isThat =
  ({ thread, answer }: PostAnswer) =>
  (row: ExpressionBuilder<Tables, "solved_posts">) =>
    row.and({ thread, answer });

export function createSolvedPosts(database: Kysely<Tables>, now: () => number): SolvedPosts {
  const of = (thread: string) =>
    database.selectFrom("solved_posts").selectAll().where("thread", "=", thread).executeTakeFirst();
  const setAgreed = async (post: PostAnswer, person: string, at: number | null): Promise<void> => {
    for (const [column, agreed] of [
      ["asker", "asker_agreed_at"],
      ["answerer", "answerer_agreed_at"],
    ] as const) {
      await database
        .updateTable("solved_posts")
        .set({ [agreed]: at })
        .where(isThat(post))
        .where(column, "=", person)
        .execute();
    }
  };
  return {
    async add(post) {
      const inserted = await database
        .insertInto("solved_posts")
        .values({
          ...post,
          asker_agreed_at: null,
          answerer_agreed_at: null,
          prompt: null,
          document: null,
          marked_at: now(),
        })
        .onConflict((conflict) => conflict.column("thread").doNothing())
        .executeTakeFirstOrThrow();
      return wasInserted(inserted);
    },
    of,
    async setPrompt(post, prompt) {
      await database.updateTable("solved_posts").set({ prompt }).where(isThat(post)).execute();
    },
    async agree(post, person) {
      await setAgreed(post, person, now());
      const row = await of(post.thread);
      return row?.answer === post.answer ? row : undefined;
    },
    takeBack: (post, person) => setAgreed(post, person, null),
    async setDocument(post, document) {
      const { numUpdatedRows } = await database
        .updateTable("solved_posts")
        .set({ document })
        .where(isThat(post))
        .where("document", "is", null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async clearDocument(post) {
      await database.updateTable("solved_posts").set({ document: null }).where(isThat(post)).execute();
    },
    remove: (post) =>
      database.transaction().execute(async (transaction) => {
        const row = await transaction.selectFrom("solved_posts").selectAll().where(isThat(post)).executeTakeFirst();
        await transaction.deleteFrom("solved_posts").where(isThat(post)).execute();
        return row;
      }),
    async removeDocument(guild, document) {
      await database.deleteFrom("solved_posts").where("guild", "=", guild).where("document", "=", document).execute();
    },
    inForum: (forum) => database.selectFrom("solved_posts").selectAll().where("forum", "=", forum).execute(),
    inGuild: (guild) => database.selectFrom("solved_posts").selectAll().where("guild", "=", guild).execute(),
  };
}
