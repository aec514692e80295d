import type { AnswerRules } from "../rules/answer-rules.ts";
import { germanDates } from "./documents/dates.ts";

const months = germanDates.months.map(([name = ""]) => name).join("|");

/** What German sentences say where they answer. */
export const germanAnswers: AnswerRules = {
  numbers:
    "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:\\p{L}+und)?(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|dutzende?n?|hunderte?n?|tausende?n?|million(?:en)?|milliarden?",
  beforeYear: "jahre?|in|seit|bis|ab|um|vor|nach|von|wurden?|war|waren",
  times: `${months}|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|jahr\\p{L}*|jahrhundert\\p{L}*|monat\\p{L}*|woche\\p{L}*|tage?n?|stunden?|minuten?|sekunden?|std|min|uhr|heute|gestern`,
  beforePlace: "in|im|nach|aus|bei|auf|an|am",
  articles: "der|dem|den|die",
  reasons: "weil|da|denn|wegen|aufgrund|um|damit|deshalb|daher|dazu|grund|gründe|ziel",
  persons: "er|sie|präsident\\p{L}*|minister\\p{L}*|experte\\p{L}*|sprecher\\p{L}*",
  defining: "ist sind war waren bezeichnet bezeichnen heisst nennt bedeutet steht gilt dient".split(" "),
  conjunctions: "und|oder|sowie",
};
