import type { SourceSummary } from "../../answering/service.ts";
import type { Messages } from "../../locales/messages.ts";
import { readId, sourcesId } from "../custom-ids/ids.ts";
import { messageTextChars } from "../limits.ts";
import { button, colors, container, menus, notice, rows, text, type View } from "./parts/layout.ts";
import { sourceLine, standingLines } from "./parts/source-line.ts";
import { inlineCode } from "./text/escape.ts";

const sourcesPerPage = 8;
/** Of what is said of a document that is not in force. With it a page of the longest titles and keys fits a message. */
const standingChars = 120;

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
  const head = `## ${discord.sources.title(sources.length)}${pages > 1 ? ` · ${discord.sources.page(current + 1, pages)}` : ""}`;
  const blocksWith = (links: readonly (string | undefined)[]): string[][] =>
    shown.map((source, index) => [
      sourceLine(source.metadata, m.answer, links[index]),
      `-# ${inlineCode(source.metadata.key)} · ${discord.sources.passages(source.passages)}`,
      ...standingLines(source, m.answer, standingChars),
    ]);
  const linked = blocksWith(shown.map(({ readerLink }) => readerLink));
  // Where each title leads is told where the addresses leave room for everything else.
  const blocks = head.length + charsOf(linked) <= messageTextChars ? linked : blocksWith([]);
  return container(
    [
      text(head),
      ...blocks.map((lines) => text(lines.join("\n"))),
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

/** How many characters there are, with a line break behind each line. */
function charsOf(blocks: readonly (readonly string[])[]): number {
  return blocks.flat().reduce((sum, line) => sum + line.length + 1, 0);
}
