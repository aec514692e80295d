import type { Messages } from "../../locales/messages.ts";
import type { Services } from "../services.ts";
import { sanitize } from "../text/sanitize.ts";
import type { Style } from "../text/style.ts";
import { fitLines } from "../text/wrap.ts";
import { renderError } from "./error.ts";

/** More lines would not help anybody. */
const maxLines = 100;

/** The files that were not read, a line each, with the reason; undefined where all were. */
export function renderUnreadFiles(
  { refused, leftOut }: ReturnType<Services["unreadFiles"]>,
  messages: Messages,
  style: Style,
): string | undefined {
  const { terminal } = messages;
  const files = refused.length + leftOut.length;
  if (files === 0) return undefined;
  const lines = [
    ...refused.map(({ file, error }) => `    ${sanitize(file)} · ${renderError(error, messages)}`),
    ...leftOut.map(({ file, reason }) => `    ${sanitize(file)} · ${terminal.leftOut[reason]}`),
  ];
  const more = lines.length > maxLines ? [`    ${terminal.andMore(lines.length - maxLines)}`] : [];
  return fitLines([terminal.notRead(files), ...lines.slice(0, maxLines), ...more].join("\n"), style.width);
}
