import type { Messages } from "../../locales/messages.ts";

/** Why a page cannot be shown, with the HTTP status to say it with. */
export class Refused extends Error {
  readonly status: 400 | 403 | 404 | 429 | 503;
  readonly title: string;
  readonly remedy: string | undefined;

  constructor(status: Refused["status"], title: string, message: string, remedy?: string) {
    super(message);
    this.name = "Refused";
    this.status = status;
    this.title = title;
    this.remedy = remedy;
  }
}

/** @param what is not there; any page, document or citation where absent */
export function notFound({ reader }: Messages, what: string = reader.notFound): Refused {
  return new Refused(404, reader.notFoundTitle, what);
}
