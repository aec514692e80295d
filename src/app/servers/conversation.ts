import type { ConversationMessage } from "../../documents/servers/entry.ts";

/** A conversation's file has this ending. */
export const conversationEnding = "md";

/** A heading is no place for more of a question. */
const askedChars = 300;

/**
 * Messages as a document in Markdown: each stands under who wrote it and when, in its order. What would be a heading or
 * an element of HTML there is marked as text. A message that asks is a heading above the others: whoever asks the same
 * wants what is said to it, and not the question.
 */
export function writeConversation(title: string, messages: readonly ConversationMessage[]): string {
  const isAnswered = messages.some(({ asks }) => asks === true);
  const parts = messages.map((message) =>
    message.asks === true ? questionOf(message) : statementOf(message, isAnswered ? "###" : "##"),
  );
  return `${[`# ${escaped(oneLine(title))}`, ...parts.filter((part) => part !== undefined)].join("\n\n")}\n`;
}

function questionOf(message: ConversationMessage): string {
  const text = oneLine(message.text);
  const cut = text.length <= askedChars ? text : `${text.slice(0, askedChars).replace(/\s+\S*$/u, "")} …`;
  return `## ${escaped(`${headOf(message)}: ${cut}`)}`;
}

function statementOf(message: ConversationMessage, level: string): string | undefined {
  const body = asText(message.text);
  return body === "" ? undefined : `${level} ${escaped(headOf(message))}\n\n${body}`;
}

function headOf({ name, at }: ConversationMessage): string {
  return `${oneLine(name)}, ${at.slice(0, 10)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

function escaped(line: string): string {
  return line.replace(/[\\<#]/gu, "\\$&");
}

/** Outside of code a line is no heading, no underline of one, no rule and no tag. */
function asText(text: string): string {
  let isCode = false;
  const lines = text.replace(/\r\n?/gu, "\n").trim().split("\n");
  const written = lines.map((line) => {
    const isFence = /^\s*```/u.test(line);
    if (isFence) isCode = !isCode;
    if (isFence || isCode) return line;
    return line.replace(/^(\s*)(#{1,6}\s|-# |[-=*_]{2,}\s*$)/u, "$1\\$2").replace(/<(?=[\p{L}/!?])/gu, "\\<");
  });
  return (isCode ? [...written, "```"] : written).join("\n");
}
