import { beginsWithAskingWord } from "../../../answering/conversation/openings.ts";

const link = /https?:\/\/\S+/giu;

/** Whether a text asks: it has a question mark, or begins as a question does and does not end as a statement. */
export function isQuestion(text: string): boolean {
  const plain = text.replace(link, " ").trim();
  if (plain.includes("?") || plain.includes("？")) return /[\p{L}\p{N}]/u.test(plain);
  return beginsWithAskingWord(plain) && plain.split(/\s+/u).length >= 3 && !/[.!…:,;]$/u.test(plain);
}
