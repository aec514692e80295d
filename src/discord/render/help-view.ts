import type { Fundstelle } from "../../answering/service.ts";
import type { Messages } from "../../locales/messages.ts";
import type { DocumentFilter } from "../../search/passage-index.ts";
import { colors, container, text, type View } from "./parts/layout.ts";
import { inlineCode } from "./text/escape.ts";

const exampleCitation = "zweckgemeinschaft-2023:7";

/** What the bot can do, on one screen, with figures and an example of what the reader may see. */
export function renderHelp(
  fundstelle: Fundstelle,
  { seen: filter, botId, m }: { seen: DocumentFilter; botId: string; m: Messages },
): View {
  const visible = fundstelle.sources(filter);
  const passages = visible.reduce((sum, source) => sum + source.passages, 0);
  const [example] = fundstelle.suggestCitations("", { limit: 1, filter });
  const lines = m.discord.help(visible.length, passages, `<@${botId}>`, inlineCode(example?.value ?? exampleCitation));
  return container([text(lines.join("\n"))], colors.plain);
}
