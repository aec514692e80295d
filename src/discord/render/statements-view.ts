import type { CitedPassage } from "../../answering/answer.ts";
import type { Messages } from "../../locales/messages.ts";
import { moreId, shareId } from "../custom-ids/ids.ts";
import { messageTextChars } from "../limits.ts";
import {
  type Block,
  button,
  colors,
  container,
  menus,
  rows,
  separator,
  text,
  textChars,
  type View,
} from "./parts/layout.ts";
import { moreOptions } from "./parts/more-menu.ts";
import { quotableOf, renderQuote } from "./parts/quote.ts";
import { citationCode, lastPlaceLine, shortSourceLine, standingLines } from "./parts/source-line.ts";
import { cutLine } from "./text/cut.ts";

const statementChars = 240;
const quoteChars = 460;

/** A statement of a message, with what was found on it, best first. */
export interface CheckedStatement {
  readonly statement: string;
  readonly certainty: "sure" | "uncertain" | "none";
  readonly passages: readonly CitedPassage[];
}

/** What is shown of them, and to whom. */
export interface StatementsView {
  /** How many statements were not looked at. */
  readonly more: number;
  /** Where the message stands that is checked. */
  readonly messageUrl: string;
  readonly m: Messages;
  readonly asker: string;
  readonly canShare: boolean;
}

/** Which passages support what a message says. */
export function renderStatements(
  statements: readonly CheckedStatement[],
  { more, messageUrl, m, asker, canShare }: StatementsView,
): View {
  const { discord, answer } = m;
  const isSupported = statements.some(({ certainty }) => certainty !== "none");
  const frame: Block[] = [
    text(`## ${discord.statements.title}\n-# [${discord.statements.toMessage}](${messageUrl})`),
    ...(isSupported ? [] : [text(discord.statements.none)]),
    ...(more > 0 ? [text(`-# ${discord.statements.more(more)}`)] : []),
  ];
  const heads = statements.map(({ statement, certainty }) => {
    const label =
      certainty === "uncertain"
        ? `\n⚠️ *${answer.uncertain}*`
        : certainty === "none"
          ? `\n-# ${discord.statements.noSupport}`
          : "";
    return `**${cutLine(statement, statementChars)}**${label}`;
  });
  const supported = statements.map(({ certainty, passages }) => (certainty === "none" ? undefined : passages[0]));
  const sources = supported.map((cited) =>
    cited === undefined
      ? ""
      : [
          `-# ${shortSourceLine(cited.metadata, answer)} · ${lastPlaceLine(cited, answer)} · ${citationCode(cited)}`,
          ...standingLines(cited, answer),
        ].join("\n"),
  );
  const used = textChars(frame) + [...heads, ...sources].reduce((sum, line) => sum + line.length + 2, 0);
  const room = Math.min(quoteChars, Math.floor((messageTextChars - used) / Math.max(1, statements.length)));
  const cited = supported.filter((passage) => passage !== undefined);
  return container(
    [
      ...frame.slice(0, isSupported ? 1 : 2),
      ...statements.flatMap((_, index) => {
        const passage = supported[index];
        const head = text(heads[index] ?? "");
        if (passage === undefined) return [separator(), head];
        const quote = renderQuote(quotableOf(passage, passage.highlight), room);
        return [separator(), head, text(`${quote}\n${sources[index]}`)];
      }),
      ...frame.slice(isSupported ? 1 : 2),
      ...rows(canShare && isSupported ? [button(shareId.encode({ asker }), discord.buttons.share)] : []),
      ...menus(
        moreId.encode({ asker }),
        discord.more.placeholder,
        moreOptions(cited, { m, isPrivate: true, canShare: false }),
      ),
    ],
    isSupported ? colors.sure : colors.none,
  );
}
