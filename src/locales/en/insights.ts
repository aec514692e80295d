import { formatNumber } from "../dates.ts";
import type { InsightsMessages } from "../messages/insights-messages.ts";

const number = (value: number): string => formatNumber(value, "en");
const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;

export const insights: InsightsMessages = {
  title: (days) => `What was asked in the last ${count(days, "day", "days")}`,
  nothing: "Nobody asked anything in that time.",
  questions: (questions) => count(questions, "question", "questions"),
  answered: (share, sure, uncertain) => `${share} answered: ${number(sure)} sure, ${number(uncertain)} uncertain`,
  unanswered: (unanswered) => `${number(unanswered)} without an answer`,
  latency: (medianMs, slowMs) =>
    `Time to answer: half of them in ${number(medianMs)} ms, 95 of 100 in ${number(slowMs)} ms`,
  votes: (helpful, notHelpful) => `Votes: ${number(helpful)} helpful, ${number(notHelpful)} not helpful`,
  kinds: { sure: "answered, sure", uncertain: "answered, uncertain", unanswered: "without an answer" },
  days: "Day by day",
  unansweredGroups: "Without an answer, by what they asked about",
  wordsNotKept: (questions) =>
    `${count(questions, "question", "questions")} without an answer whose words are not stored.`,
  howToKeep: "Storing the words is a choice in /settings.",
  times: (times) => `${number(times)}×`,
  cited: "Passages shown most often",
  leastHelpful: "Least helpful",
  against: (notHelpful, helpful) => `${number(notHelpful)} against, ${number(helpful)} for`,
  neverCited: (never, documents) => `Never shown: ${number(never)} of ${count(documents, "document", "documents")}`,
  more: (more) => `… and ${number(more)} more`,
  openPage: "See all of it (for an hour)",
  digest: "Weekly summary",
};
