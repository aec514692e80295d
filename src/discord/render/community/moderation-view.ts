import type { ManagerAction } from "../../../locales/messages/community-messages.ts";
import type { Messages } from "../../../locales/messages.ts";
import type { AuditRow, BlockRow } from "../../../store/tables.ts";
import { dayOf } from "../parts/day.ts";
import { colors, container, separator, text, type View } from "../parts/layout.ts";
import { cutLine } from "../text/cut.ts";
import { escapeText } from "../text/escape.ts";

const mostBlocks = 25;
const detailChars = 100;
/** What is noted with the id of a thread. */
const inThreads: ReadonlySet<string> = new Set<ManagerAction>([
  "answer-marked",
  "solved-post-added",
  "solved-post-removed",
]);

/** As Discord shows a person or a channel. */
export function mentionOf(kind: "person" | "channel", id: string): string {
  return kind === "person" ? `<@${id}>` : `<#${id}>`;
}

/** Who and what is blocked, and what managers did, newest first. */
export function renderModeration(blocks: readonly BlockRow[], audit: readonly AuditRow[], m: Messages): View {
  const { moderation } = m.discord.community;
  const shown = blocks
    .slice(-mostBlocks)
    .map(({ kind, subject, blocked_at }) => `- ${moderation.since(mentionOf(kind, subject), dayOf(blocked_at, m))}`);
  const done = audit.map(
    ({ done_at, manager, action, detail }) => `- ${dayOf(done_at, m)} · <@${manager}> · ${describe(action, detail, m)}`,
  );
  return container(
    [
      text([`## ${moderation.title}`, ...(shown.length === 0 ? [moderation.noneBlocked] : shown)].join("\n")),
      separator(),
      text([`## ${moderation.auditTitle}`, ...(done.length === 0 ? [moderation.nothingDone] : done)].join("\n")),
    ],
    colors.plain,
  );
}

function describe(action: string, detail: string, { discord }: Messages): string {
  const { actions } = discord.community.moderation;
  const words = isAction(action, actions) ? actions[action] : (shown: string) => `${escapeText(action)}: ${shown}`;
  const [, named] = action.split("-");
  const kind = inThreads.has(action) ? "channel" : named;
  return words(kind === "person" || kind === "channel" ? mentionOf(kind, detail) : cutLine(detail, detailChars));
}

function isAction(action: string, actions: Readonly<Record<ManagerAction, unknown>>): action is ManagerAction {
  return Object.hasOwn(actions, action);
}
