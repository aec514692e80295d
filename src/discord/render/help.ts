import type { Messages } from "../../locales/messages.ts";
import { colors, container, text, type View } from "./blocks.ts";

/** What the bot can do, on one screen. Counts are of what the reader may see. */
export function renderHelp({
  documents,
  passages,
  botId,
  m,
}: {
  documents: number;
  passages: number;
  botId: string;
  m: Messages;
}): View {
  return container([text(m.discord.help(documents, passages, `<@${botId}>`).join("\n\n"))], colors.plain);
}
