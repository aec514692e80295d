import type { SourceSummary } from "../../answering/service.ts";
import type { Messages } from "../../locales/messages.ts";
import { readId, sourcesId } from "../custom-ids/ids.ts";
import { button, colors, container, menus, notice, rows, text, type View } from "./parts/layout.ts";
import { sourceLine, standingLines } from "./parts/source-line.ts";
import { inlineCode } from "./text/escape.ts";

const sourcesPerPage = 8;
/** What titles, keys and figures of a page leave of a message's text. */
const linksChars = 1400;

/** The documents, a page of them, with a menu to open one. @param page from 0; one past the end shows the last */
export function renderSources(
  sources: readonly SourceSummary[],
  { page, m, asker }: { page: number; m: Messages; asker: string },
): View {
  const { discord } = m;
  if (sources.length === 0) return notice(discord.sources.none);
  const pages = Math.ceil(sources.length / sourcesPerPage);
  const current = Math.min(page, pages - 1);
  const shown = sources.slice(current * sourcesPerPage, (current + 1) * sourcesPerPage);
  const at = (target: number): string => sourcesId.encode({ asker, locale: m.locale, page: target });
  const links = linksWithin(shown, linksChars);
  const head = `## ${discord.sources.title(sources.length)}${pages > 1 ? ` · ${discord.sources.page(current + 1, pages)}` : ""}`;
  return container(
    [
      text(head),
      ...shown.map((source, index) =>
        text(
          [
            sourceLine(source.metadata, m.answer, links[index]),
            `-# ${inlineCode(source.metadata.key)} · ${discord.sources.passages(source.passages)}`,
            ...standingLines(source, m.answer),
          ].join("\n"),
        ),
      ),
      ...menus(
        readId.encode({}),
        discord.sources.read,
        shown.map(({ metadata }) => ({ label: metadata.title, value: metadata.key, description: metadata.key })),
      ),
      ...rows([
        ...(current > 0 ? [button(at(current - 1), discord.buttons.previous)] : []),
        ...(current < pages - 1 ? [button(at(current + 1), discord.buttons.next)] : []),
      ]),
    ],
    colors.plain,
  );
}

/** Where each title leads; nowhere where the addresses of a page would fill the message. */
function linksWithin(sources: readonly SourceSummary[], maxChars: number): readonly (string | undefined)[] {
  const links = sources.map(({ readerLink }) => readerLink);
  const chars = links.reduce((sum, link) => sum + (link?.length ?? 0), 0);
  return chars <= maxChars ? links : [];
}
