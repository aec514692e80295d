import type { ConversationMessage } from "../../documents/servers/entry.ts";

/** A conversation's file has this ending. */
export const conversationEnding = "md";

/**
 * Messages as a document in Markdown: each stands under who wrote it and when, in its order. What would be a heading or
 * an element of HTML there is marked as text.
 */
export function writeConversation(title: string, messages: readonly ConversationMessage[]): string {
  const parts = messages
    .map(({ name, at, text }) => ({ head: `${oneLine(name)}, ${at.slice(0, 10)}`, body: asText(text) }))
    .filter(({ body }) => body !== "")
    .map(({ head, body }) => `## ${escaped(head)}\n\n${body}`);
  return `${[`# ${escaped(oneLine(title))}`, ...parts].join("\n\n")}\n`;
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
