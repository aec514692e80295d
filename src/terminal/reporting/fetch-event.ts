import type { FetchEvent } from "../../fetching/fetch-event.ts";
import type { Messages } from "../../locales/messages.ts";
import { renderError } from "../render/error.ts";
import { sanitize } from "../text/sanitize.ts";

/** One line about one page. */
export function renderFetchEvent(event: FetchEvent, messages: Messages): string {
  const { outcomes, stopped } = messages.fetch;
  if (event.kind === "stopped") return stopped(event.limit, event.left);
  const address = sanitize(event.address);
  if (event.kind === "failed") return `${outcomes.failed}: ${address}: ${renderError(event.error, messages)}`;
  return `${outcomes[event.kind]}: ${address}${event.file === undefined ? "" : ` (${sanitize(event.file)})`}`;
}
