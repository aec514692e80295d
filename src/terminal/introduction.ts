import type { Messages } from "../locales/messages.ts";
import type { Services } from "./services.ts";
import { sanitize } from "./text/sanitize.ts";
import type { Style } from "./text/style.ts";
import { fitLines } from "./text/wrap.ts";

/** How many documents there are, where they lie, and what to type. */
export function renderWelcome({ fundstelle, documents }: Services, messages: Messages, style: Style): string {
  const { terminal } = messages;
  const counts = fundstelle.statistics();
  const example = exampleOf(fundstelle, messages);
  const lines = [
    terminal.welcome(counts.documents, counts.passages),
    ...(example === undefined ? [] : [terminal.tryQuestion(sanitize(example))]),
    style.faint(terminal.documentsIn(sanitize(documents.seedsFolder))),
  ];
  return fitLines(lines.join("\n"), style.width);
}

/** A question that the documents bring, in the reader's language where there is one. */
function exampleOf(fundstelle: Services["fundstelle"], { locale }: Messages): string | undefined {
  const questions = fundstelle.suggestQuestions("").filter((question) => question.endsWith("?"));
  return questions.find((question) => fundstelle.detectLanguage(question) === locale) ?? questions[0];
}
