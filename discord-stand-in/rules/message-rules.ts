import type { MessageBody } from "../bodies.ts";
import { messageFlags } from "../flags.ts";
import { findMentions } from "../state/mentions.ts";
import { flatten, textsOf } from "../state/messages.ts";
import { checkLength, lengthOf, type Rule } from "./rule.ts";

/** A message on its way in. */
export interface MessageSubject {
  readonly body: MessageBody;
  /** Where it comes in: a defer and a follow-up may be ephemeral, a regular message may not. */
  readonly by: "channel" | "interaction";
  readonly edit: boolean;
  readonly files: readonly { readonly size: number }[];
  readonly requestBytes: number;
  /** What an edit changes. */
  readonly before: {
    readonly flags: number;
    readonly content: string;
    readonly embeds: number;
    readonly components: number;
    readonly attachments: number;
  };
  readonly closedMentions: boolean;
}

export const mebibyte = 1024 * 1024;

/** Whether the message is, after the request, one of Components V2. */
function isComponentsV2({ body, before }: Pick<MessageSubject, "body" | "before">): boolean {
  return (((body.flags ?? 0) | before.flags) & messageFlags.componentsV2) !== 0;
}

const isV2Type = (type: number) => (type >= 9 && type <= 14) || type === 17;

export const messageRules: readonly Rule<MessageSubject>[] = [
  {
    name: "content-length",
    check: ({ body }) => checkLength("content", body.content, 0, 2000),
  },
  {
    name: "empty-message",
    check: ({ body, edit, before, files }) => {
      const content = edit && body.content === undefined ? before.content : (body.content ?? "");
      const embeds = edit && body.embeds === undefined ? before.embeds : (body.embeds?.length ?? 0);
      const components = edit && body.components === undefined ? before.components : (body.components?.length ?? 0);
      const attachments = edit && body.attachments === undefined ? before.attachments : (body.attachments?.length ?? 0);
      const rest = embeds + components + attachments + files.length + (body.sticker_ids?.length ?? 0);
      return content.trim() === "" && rest === 0 && !body.poll ? ["the message is empty"] : [];
    },
  },
  {
    name: "v2-components-without-flag",
    check: (subject) =>
      !isComponentsV2(subject) && flatten(subject.body.components ?? []).some((each) => isV2Type(each.type))
        ? ["components of version 2 need the flag 32768"]
        : [],
  },
  {
    name: "v2-beside-content",
    check: (subject) => {
      const { body, before } = subject;
      if (!isComponentsV2(subject)) return [];
      const content = body.content === undefined ? before.content : body.content;
      const embeds = body.embeds === undefined ? before.embeds : (body.embeds?.length ?? 0);
      return [
        ...(content ? ["content stands beside the flag 32768"] : []),
        ...(embeds ? ["embeds stand beside the flag 32768"] : []),
        ...(body.poll ? ["a poll stands beside the flag 32768"] : []),
        ...(body.sticker_ids?.length ? ["stickers stand beside the flag 32768"] : []),
      ];
    },
  },
  {
    name: "v2-flag-removed",
    check: ({ body, edit, before }) =>
      edit &&
      before.flags & messageFlags.componentsV2 &&
      typeof body.flags === "number" &&
      !(body.flags & messageFlags.componentsV2)
        ? ["the flag 32768 cannot be taken off a message"]
        : [],
  },
  {
    name: "v2-component-count",
    check: (subject) => {
      const count = flatten(subject.body.components ?? []).length;
      return isComponentsV2(subject) && count > 40 ? [`${count} components, allowed are 40, nested ones included`] : [];
    },
  },
  {
    name: "v2-text-length",
    check: ({ body }) => {
      const length = textsOf(body.components ?? []).reduce((sum, text) => sum + lengthOf(text), 0);
      return length > 4000 ? [`${length} characters over all text displays, allowed are 4000`] : [];
    },
  },
  {
    name: "row-count",
    check: (subject) => {
      const rows = subject.body.components?.length ?? 0;
      return !isComponentsV2(subject) && rows > 5 ? [`${rows} action rows, allowed are 5`] : [];
    },
  },
  {
    name: "attachment-count",
    check: ({ body, files }) => {
      const count = Math.max(files.length, body.attachments?.length ?? 0);
      return count > 10 ? [`${count} attachments, allowed are 10`] : [];
    },
  },
  {
    name: "attachment-size",
    check: ({ files, requestBytes }) => [
      ...files.flatMap((file) =>
        file.size > 10 * mebibyte ? [`an attachment of ${file.size} bytes, allowed are 10 MiB`] : [],
      ),
      ...(requestBytes > 25 * mebibyte ? [`a request of ${requestBytes} bytes, allowed are 25 MiB`] : []),
    ],
  },
  {
    name: "flags-not-allowed",
    check: ({ body, by, edit }) =>
      by === "channel" && !edit && (body.flags ?? 0) & messageFlags.ephemeral
        ? ["only an answer to an interaction can be ephemeral"]
        : [],
  },
  {
    name: "mentions-contradictory",
    check: ({ body }) => {
      const allowed = body.allowed_mentions;
      const both = (kind: "users" | "roles") => allowed?.parse?.includes(kind) && (allowed[kind]?.length ?? 0) > 0;
      return [
        ...(both("users") ? ["allowed_mentions: parse users and users exclude each other"] : []),
        ...(both("roles") ? ["allowed_mentions: parse roles and roles exclude each other"] : []),
      ];
    },
  },
  {
    // Discord itself would send it and ping: here it is always a mistake.
    name: "mentions-open",
    check: ({ body, closedMentions }) => {
      if (!closedMentions) return [];
      const found = findMentions([body.content ?? "", ...textsOf(body.components ?? [])].join("\n"));
      const allowed = body.allowed_mentions;
      const open = (kind: string) => !allowed || (allowed.parse ?? []).includes(kind);
      return [
        ...(found.everyone && open("everyone") ? ["the text pings everyone: allowed_mentions is open"] : []),
        ...(found.userIds.length > 0 && open("users") ? ["the text pings people: allowed_mentions is open"] : []),
        ...(found.roleIds.length > 0 && open("roles") ? ["the text pings roles: allowed_mentions is open"] : []),
      ];
    },
  },
];
