import type { SolvedPostRow } from "../../store/tables.ts";

type Agreement = Pick<SolvedPostRow, "asker" | "answerer" | "asker_agreed_at" | "answerer_agreed_at">;

/** Whether a person has agreed to everything of theirs in a solved post. @param person as a keyed hash */
export function hasAgreed(post: Agreement, person: string): boolean {
  return (
    (post.asker !== person || post.asker_agreed_at !== null) &&
    (post.answerer !== person || post.answerer_agreed_at !== null)
  );
}

export function haveAllAgreed({ asker_agreed_at, answerer_agreed_at }: Agreement): boolean {
  return asker_agreed_at !== null && answerer_agreed_at !== null;
}
