import { languages } from "../../analysis/languages.ts";

/** Whether a question asks for several things, which may stand in several passages: "Welche Länder haben …?", "List the …". */
export function asksForSeveral(question: string): boolean {
  const text = question.trim();
  return languages.some(({ questions }) => questions?.asksForSeveral.test(text) === true);
}
