import { html, raw } from "hono/html";

/** Markup that is ready to be sent: whatever was put into it as text has been escaped. */
export type Html = ReturnType<typeof html>;

export { html };

/** Several pieces of markup in a row. */
export function join(pieces: readonly Html[]): Html {
  return html`${pieces}`;
}

/** Markup of nothing. */
export const nothing: Html = raw("");
