import type { LookedUp } from "../../answering/service.ts";
import type { ReferenceStyle } from "../../answering/styles/style.ts";
import { styles } from "../../answering/styles/styles.ts";
import { contextId, deleteId, shareId, styleId } from "../custom-ids/ids.ts";
import { messageTextChars } from "../limits.ts";
import {
  button,
  colors,
  container,
  deleteRow,
  menus,
  rows,
  sourceButtons,
  text,
  textChars,
  type View,
} from "./parts/layout.ts";
import { quotableOf, renderQuote } from "./parts/quote.ts";
import { citationCode, referenceOf } from "./parts/source-line.ts";
import type { PassageOptions } from "./passage-view.ts";
import { codeBlock } from "./text/code-block.ts";

const referenceChars = 2400;
const quoteChars = 1200;

/** A reference to a cited passage in one style, to be copied, with the quote and the other styles to choose from. */
export interface WrittenReference {
  readonly found: LookedUp;
  readonly style: ReferenceStyle;
  /** As the style writes it. */
  readonly written: string;
}

export function renderReference(
  { found, style, written }: WrittenReference,
  { m, asker, isPrivate, canShare }: PassageOptions,
): View {
  const { discord } = m;
  const reference = referenceOf(found);
  const head = [
    text(`**${discord.citation.title}** · ${style.description[m.locale]}`),
    ...(found.state === "moved" ? [text(`⚠️ ${discord.passage.moved}`)] : []),
    text(codeBlock(written, referenceChars)),
  ];
  const source = citationCode(found);
  const hint = text(`-# ${discord.citation.hint}`);
  const room = messageTextChars - textChars([...head, hint]) - source.length - 1;
  return container(
    [
      ...head,
      text(`${renderQuote(quotableOf(found), Math.min(quoteChars, room))}\n${source}`),
      hint,
      ...menus(
        styleId.encode({ reference }),
        discord.citation.otherStyles,
        styles.map(({ name, description }) => ({
          label: description[m.locale],
          value: name,
          ...(name === style.name ? { default: true } : {}),
        })),
      ),
      ...rows([
        button(contextId.encode({ reference }), discord.buttons.context),
        ...sourceButtons([found.link, found.metadata.url], discord.buttons.openSource),
        ...(isPrivate && canShare ? [button(shareId.encode({ asker }), discord.buttons.share)] : []),
      ]),
      ...(isPrivate ? [] : deleteRow(deleteId.encode({ asker }), discord.buttons.delete)),
    ],
    colors.plain,
  );
}
