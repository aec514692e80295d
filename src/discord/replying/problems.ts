import { AppError } from "../../errors.ts";
import type { Messages } from "../../locales/messages.ts";
import { shownQuestionChars } from "../limits.ts";

/** What to tell a person about an error; undefined if it is nothing that they can do something about. */
export function explainError(error: unknown, { discord: { problems, documents } }: Messages): string | undefined {
  if (!(error instanceof AppError)) return undefined;
  switch (error.code) {
    case "question-empty":
      return problems.questionEmpty;
    case "question-too-long":
      return problems.questionTooLong(shownQuestionChars);
    case "citation-invalid":
      return problems.badCitation;
    case "citation-unknown":
      return problems.unknownCitation([]);
    case "document-changed":
      return problems.changedCitation;
    case "folder-missing":
    case "folder-empty":
    case "file-unreadable":
      return problems.documentsAway;
    case "disk-failed":
      return documents.notKept;
    case "busy":
      return problems.busy;
    case "search-unavailable":
      return problems.searchUnavailable;
    default:
      return undefined;
  }
}
