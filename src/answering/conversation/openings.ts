import { languages } from "../../analysis/languages.ts";
import { followUpRules } from "./leans-on-previous.ts";

/** Whether a text begins with a word that asks: "since when". */
export function beginsWithAskingWord(text: string): boolean {
  return languages.some(({ questions }) => questions?.messages.askingWord.test(text) === true);
}

/** Whether a text begins as one that goes on: "and in September". */
export function goesOn(text: string): boolean {
  return languages.some(({ questions }) => questions?.followUps.openingInTalk.test(text) === true);
}

/** Whether a question only makes sense after another one: "und im September?", "what about Japan?". */
export function isFollowUp(question: string): boolean {
  return followUpRules.some(({ opening }) => opening.test(question));
}
