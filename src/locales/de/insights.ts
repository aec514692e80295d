import { formatNumber } from "../dates.ts";
import type { InsightsMessages } from "../messages/insights-messages.ts";

const number = (value: number): string => formatNumber(value, "de");
const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;

export const insights: InsightsMessages = {
  title: (days) => `Was in den letzten ${count(days, "Tag", "Tagen")} gefragt wurde`,
  nothing: "In dieser Zeit hat niemand etwas gefragt.",
  questions: (questions) => count(questions, "Frage", "Fragen"),
  answered: (share, sure, uncertain) => `${share} beantwortet: ${number(sure)} sicher, ${number(uncertain)} unsicher`,
  unanswered: (unanswered) => `${number(unanswered)} ohne Antwort`,
  latency: (medianMs, slowMs) =>
    `Dauer einer Antwort: die Hälfte in ${number(medianMs)} ms, 95 von 100 in ${number(slowMs)} ms`,
  votes: (helpful, notHelpful) => `Stimmen: ${number(helpful)} hilfreich, ${number(notHelpful)} nicht hilfreich`,
  kinds: { sure: "sicher beantwortet", uncertain: "unsicher beantwortet", unanswered: "ohne Antwort" },
  days: "Tag für Tag",
  unansweredGroups: "Ohne Antwort, nach dem, worum es ging",
  wordsNotKept: (questions) =>
    `${count(questions, "Frage", "Fragen")} ohne Antwort, deren Wortlaut nicht gespeichert ist.`,
  howToKeep: "Den Wortlaut speichern lässt sich in /einstellungen.",
  times: (times) => `${number(times)}×`,
  cited: "Am häufigsten gezeigte Textstellen",
  leastHelpful: "Am wenigsten hilfreich",
  against: (notHelpful, helpful) => `${number(notHelpful)} dagegen, ${number(helpful)} dafür`,
  neverCited: (never, documents) => `Nie gezeigt: ${number(never)} von ${count(documents, "Dokument", "Dokumenten")}`,
  more: (more) => `… und ${number(more)} weitere`,
  openPage: "Alles ansehen (eine Stunde lang)",
  digest: "Wochenbericht",
};
