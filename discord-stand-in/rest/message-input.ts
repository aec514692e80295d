import type { MessageBody } from "../bodies.ts";
import { messageFlags } from "../flags.ts";
import { componentRules } from "../rules/component-rules.ts";
import { embedRules } from "../rules/embed-rules.ts";
import { type MessageSubject, messageRules } from "../rules/message-rules.ts";
import type { MessageChange } from "../state/messages.ts";
import type { Attachment, Message } from "../state/state.ts";
import type { Call } from "./route.ts";

const untouched = { flags: 0, content: "", embeds: 0, components: 0, attachments: 0 };

/** Refuses a message that breaks a rule. `before` is the message that an edit changes. */
export function checkMessage(call: Call, body: MessageBody, by: MessageSubject["by"], before?: Message): void {
  const subject: MessageSubject = {
    body,
    by,
    edit: before !== undefined,
    files: call.request.files,
    requestBytes: call.request.bytes,
    before: before
      ? {
          flags: before.flags,
          content: before.content,
          embeds: before.embeds.length,
          components: before.components.length,
          attachments: before.attachments.length,
        }
      : untouched,
    closedMentions: call.world.settings.closedMentions,
  };
  call.check(messageRules, subject);
  call.check(embedRules, body.embeds ?? []);
  call.check(componentRules, body.components ?? []);
}

/** The files of the request, and of the old ones those that the body still names. */
export function attachmentsOf(call: Call, body: MessageBody, before: readonly Attachment[]): Attachment[] {
  const { world } = call;
  const named = body.attachments ?? undefined;
  const kept = named ? before.filter((old) => named.some((each) => String(each.id) === old.id)) : before;
  const fresh = call.request.files.map((file): Attachment => {
    const id = world.newId();
    const meta = named?.find((each) => String(each.id) === String(file.index));
    return {
      id,
      filename: file.filename,
      size: file.size,
      contentType: file.contentType,
      description: meta?.description ?? undefined,
      url: `${world.origin}/attachments/${id}/${encodeURIComponent(file.filename)}`,
      data: file.data,
    };
  });
  return [...kept, ...fresh];
}

const settable = messageFlags.suppressEmbeds | messageFlags.componentsV2;

/** What an edit changes: what the body does not name stays. */
export function changeOf(call: Call, body: MessageBody, before: Message): MessageChange {
  const touchesFiles = call.request.files.length > 0 || body.attachments !== undefined;
  const asked = body.flags ?? undefined;
  return {
    content: body.content === undefined ? undefined : (body.content ?? ""),
    embeds: body.embeds === undefined ? undefined : (body.embeds ?? []),
    components: body.components === undefined ? undefined : (body.components ?? []),
    attachments: touchesFiles ? attachmentsOf(call, body, before.attachments) : undefined,
    allowedMentions: body.allowed_mentions ?? undefined,
    flags: asked === undefined ? undefined : (before.flags & ~messageFlags.suppressEmbeds) | (asked & settable),
  };
}
