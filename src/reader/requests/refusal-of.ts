import { AppError } from "../../errors.ts";
import type { Messages } from "../../locales/messages.ts";
import { remedyOf } from "../../locales/remedy.ts";
import { notFound, Refused } from "./refused.ts";

/**
 * What a person is told of an error.
 * @param tellHost is told of what the person cannot help
 */
export function refusalOf(error: unknown, m: Messages, tellHost: (error: unknown) => void): Refused {
  if (error instanceof Refused) return error;
  const { reader } = m;
  if (!(error instanceof AppError)) {
    tellHost(error);
    return new Refused(503, reader.failedTitle, reader.failed);
  }
  const words = m.errors[error.code];
  const what = words?.what ?? error.message;
  switch (error.code) {
    case "citation-unknown":
    case "citation-invalid":
      return notFound(m, what);
    case "question-empty":
    case "question-too-long":
    case "usage":
      return new Refused(400, reader.failedTitle, what);
    case "busy":
      return new Refused(503, reader.tooManyTitle, what, remedyOf(error, m));
    default:
      tellHost(error);
      return new Refused(503, reader.failedTitle, what);
  }
}
