import { MessageBody } from "../../discord-stand-in/bodies.ts";
import { componentRules } from "../../discord-stand-in/rules/component-rules.ts";
import { messageRules } from "../../discord-stand-in/rules/message-rules.ts";
import { applyRules } from "../../discord-stand-in/rules/rule.ts";
import type { View } from "../../src/discord/render/parts/layout.ts";

/** What Discord would refuse in a message. */
export function refused(view: View): readonly { rule: string; message: string }[] {
  const body = MessageBody.parse({ components: view.components, flags: 32_768, allowed_mentions: { parse: [] } });
  const before = { flags: 0, content: "", embeds: 0, components: 0, attachments: 0 };
  const subject = {
    body,
    by: "interaction" as const,
    edit: false,
    files: [],
    requestBytes: 0,
    before,
    closedMentions: true,
  };
  return [...applyRules(messageRules, subject), ...applyRules(componentRules, body.components ?? [])];
}
