import { ButtonStyle, ComponentType, SelectMenuDefaultValueType } from "discord.js";
import type {
  DocumentRemark,
  ServerDocument,
  ServerQuota,
  StagedDocument,
} from "../../../documents/servers/server-documents.ts";
import type { AppError } from "../../../errors.ts";
import type { Messages } from "../../../locales/messages.ts";
import {
  addDocumentId,
  discardDocumentId,
  documentChannelsId,
  documentRolesId,
  ownDocumentsId,
  removeDocumentId,
} from "../../custom-ids/ids.ts";
import { messageTextChars } from "../../limits.ts";
import { shareEqually, wholeLines } from "../parts/budget.ts";
import { dayOf } from "../parts/day.ts";
import { button, colors, container, notice, rows, separator, text, textChars, type View } from "../parts/layout.ts";
import { cutLine, ellipsis } from "../text/cut.ts";
import { inlineCode } from "../text/escape.ts";

const perPage = 8;
const titleChars = 120;
const nameChars = 80;
const reasonChars = 240;
const mostChosen = 25;
/** How many of those who see a document are named. */
const mostNamed = 5;

/** What a document would be, before it is added. */
export function renderStaged(document: StagedDocument, m: Messages): View {
  const words = m.discord.documents;
  const facts = [nameOf(document.name), words.size(document.bytes), words.passages(document.passages)];
  return container(
    [
      text(`### ${words.preview}`),
      text(
        [
          `**${titleOf(document)}**`,
          `-# ${facts.join(" · ")}`,
          ...(document.channels === undefined ? [] : [words.onlyIn(channelsOf(document.channels))]),
          ...document.remarks.map((remark) => remarkOf(remark, m)),
        ].join("\n"),
      ),
      ...rows([
        button(addDocumentId.encode({ staged: document.id }), words.add, { style: ButtonStyle.Primary }),
        button(discardDocumentId.encode({ staged: document.id }), words.discard),
      ]),
    ],
    colors.plain,
  );
}

/** What was added. */
export function addedNotice(document: ServerDocument, m: Messages): View {
  const words = m.discord.documents;
  const title = titleOf(document);
  if (document.problem !== undefined) return notice(unreadableWords(document.entry.name, document.problem, m));
  return notice(
    document.passages === undefined
      ? words.addedLater(title)
      : `${words.added(title, inlineCode(document.entry.key))}\n-# ${words.passages(document.passages)}`,
  );
}

/** Why a file is no document. */
export function unreadableWords(name: string, { code, message }: AppError, m: Messages): string {
  const what = m.errors[code]?.what ?? "";
  return `${m.discord.documents.unreadable(nameOf(name), what)}\n-# ${cutLine(message, reasonChars)}`;
}

/** A server's documents, a page of them, with as much about each as there is room for. @param page from 0; one past the end shows the last */
export function renderOwnDocuments(
  documents: readonly ServerDocument[],
  {
    page,
    quota,
    m,
    head,
  }: { readonly page: number; readonly quota: ServerQuota; readonly m: Messages; readonly head?: string },
): View {
  const { discord } = m;
  const words = discord.documents;
  if (documents.length === 0) return notice(words.none);
  const pages = Math.ceil(documents.length / perPage);
  const current = Math.min(page, pages - 1);
  const shown = documents.slice(current * perPage, (current + 1) * perPage);
  const at = (target: number): string => ownDocumentsId.encode({ page: target });
  const title = words.list(documents.length, quota.documents);
  const above = [
    ...(head === undefined ? [] : [text(head)]),
    text(`## ${title}${pages > 1 ? ` · ${discord.sources.page(current + 1, pages)}` : ""}`),
  ];
  const blocks = shown.map((document) => linesOf(document, m));
  const shares = shareEqually(
    messageTextChars - textChars(above),
    blocks.map((lines) => lines.join("\n").length + 1),
  );
  return container(
    [
      ...above,
      ...blocks.map((lines, index) => text(wholeLines(lines, shares[index] ?? 0).join("\n"))),
      ...rows([
        ...(current > 0 ? [button(at(current - 1), discord.buttons.previous)] : []),
        ...(current < pages - 1 ? [button(at(current + 1), discord.buttons.next)] : []),
      ]),
    ],
    colors.plain,
  );
}

/** Asks before a document goes. */
export function renderRemoval(document: ServerDocument, m: Messages): View {
  const words = m.discord.documents;
  const { key } = document.entry;
  const remove = button(removeDocumentId.encode({ key }), words.remove, { style: ButtonStyle.Danger });
  return container([text(words.reallyRemove(titleOf(document), inlineCode(key))), ...rows([remove])], colors.plain);
}

/** Who sees a document, as menus. */
export function renderRestriction(document: ServerDocument, m: Messages): View {
  const words = m.discord.documents;
  const { key, roles = [], channels = [] } = document.entry;
  return container(
    [
      text(`### ${words.restrict(titleOf(document))}`),
      text(`-# ${words.howRestricted}`),
      separator(),
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.RoleSelect,
            custom_id: documentRolesId.encode({ key }),
            placeholder: words.roles,
            min_values: 0,
            max_values: mostChosen,
            default_values: roles.slice(0, mostChosen).map((id) => ({ id, type: SelectMenuDefaultValueType.Role })),
          },
        ],
      },
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.ChannelSelect,
            custom_id: documentChannelsId.encode({ key }),
            placeholder: words.channels,
            min_values: 0,
            max_values: mostChosen,
            default_values: channels
              .slice(0, mostChosen)
              .map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
          },
        ],
      },
    ],
    colors.plain,
  );
}

/** A document's title, as it may stand in a text. */
export function titleOf({ title }: Pick<ServerDocument, "title">): string {
  return cutLine(title, titleChars);
}

function nameOf(name: string): string {
  return cutLine(name, nameChars);
}

function linesOf(document: ServerDocument, m: Messages): string[] {
  const { entry, passages, remarks, problem } = document;
  const words = m.discord.documents;
  const facts = [
    inlineCode(entry.key),
    passages === undefined ? words.notFound : words.passages(passages),
    words.size(entry.bytes),
    words.addedOn(dayOf(Date.parse(entry.added.at), m)),
  ];
  return [
    `**${titleOf(document)}**`,
    `-# ${facts.join(" · ")}`,
    ...(entry.roles === undefined ? [] : [`-# ${words.onlyFor(fewOf(entry.roles.map((id) => `<@&${id}>`)))}`]),
    ...(entry.channels === undefined ? [] : [`-# ${words.onlyIn(channelsOf(entry.channels))}`]),
    ...(problem === undefined
      ? []
      : [`-# ⚠️ ${m.errors[problem.code]?.what ?? ""} ${cutLine(problem.message, reasonChars)}`]),
    ...remarks.map((remark) => `-# ${remarkOf(remark, m)}`),
  ];
}

function channelsOf(ids: readonly string[]): string[] {
  return fewOf(ids.map((id) => `<#${id}>`));
}

function fewOf(named: readonly string[]): string[] {
  return named.length > mostNamed ? [...named.slice(0, mostNamed), ellipsis] : [...named];
}

function remarkOf(remark: DocumentRemark, m: Messages): string {
  const words = m.discord.documents;
  switch (remark.kind) {
    case "gap":
      return `⚠️ ${cutLine(m.terminal.readingGap(remark.gap), reasonChars)}`;
    case "no-passages":
      return words.noPassages;
    case "same":
      return words.same(cutLine(remark.title, titleChars));
  }
}
