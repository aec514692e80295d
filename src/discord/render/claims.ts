import type { CitedPassage } from "../../answering/answer.ts";
import type { Messages } from "../../locales/messages.ts";
import { contextId, shareId } from "../custom-ids/ids.ts";
import { messageTextChars } from "../limits.ts";
import {
  type Block,
  button,
  colors,
  container,
  rows,
  section,
  separator,
  text,
  textChars,
  type View,
} from "./parts/blocks.ts";
import { quotableOf, renderQuote } from "./parts/quote.ts";
import { citationCode, placeLine, referenceOf, sourceLine } from "./parts/source-line.ts";
import { cutLine } from "./text/cut.ts";

const claimChars = 240;

/** A statement of a message, with what was found on it, best first. */
export interface CheckedClaim {
  readonly claim: string;
  readonly certainty: "sure" | "uncertain" | "none";
  readonly passages: readonly CitedPassage[];
}

/** Which passages support what a message says. @param more how many statements were not looked at */
export function renderClaims(
  claims: readonly CheckedClaim[],
  { more, m, asker, canShare }: { more: number; m: Messages; asker: string; canShare: boolean },
): View {
  const { discord, answer } = m;
  const isSupported = claims.some(({ certainty }) => certainty !== "none");
  const frame: Block[] = [
    text(`## ${discord.claims.title}`),
    ...(isSupported ? [] : [text(discord.claims.none)]),
    ...(more > 0 ? [text(`-# ${discord.claims.more(more)}`)] : []),
  ];
  const heads = claims.map(({ claim, certainty }) => {
    const label =
      certainty === "uncertain"
        ? `\n⚠️ *${answer.uncertain}*`
        : certainty === "none"
          ? `\n-# ${discord.claims.noSupport}`
          : "";
    return `**${cutLine(claim, claimChars)}**${label}`;
  });
  const supported = claims.map(({ certainty, passages }) => (certainty === "none" ? undefined : passages[0]));
  const sources = supported.map((cited) =>
    cited === undefined
      ? ""
      : `${sourceLine(cited.metadata, answer)}\n-# ${placeLine(cited.passage, answer)} · ${citationCode(cited)}`,
  );
  const used = textChars(frame) + [...heads, ...sources].reduce((sum, line) => sum + line.length + 2, 0);
  const room = Math.min(900, Math.floor((messageTextChars - used) / Math.max(1, claims.length)));
  return container(
    [
      ...frame.slice(0, isSupported ? 1 : 2),
      ...claims.flatMap((_, index) => {
        const cited = supported[index];
        const head = text(heads[index] ?? "");
        if (cited === undefined) return [separator(), head];
        const quote = renderQuote(quotableOf(cited, cited.highlight), room);
        const context = button(contextId.encode({ reference: referenceOf(cited) }), discord.buttons.context);
        return [separator(), head, section(`${quote}\n${sources[index]}`, context)];
      }),
      ...frame.slice(isSupported ? 1 : 2),
      ...rows(canShare && isSupported ? [button(shareId.encode({ asker }), discord.buttons.share)] : []),
    ],
    isSupported ? colors.sure : colors.none,
  );
}
