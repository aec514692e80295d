import * as z from "zod";
import { unescapeText } from "./escape.ts";

/** Numbers of text displays that a later click reads back. */
export const textIds = { question: 101, previous: 102, terms: 103 } as const;

/** Numbers of those whose small print tells of more than what is quoted: of words, counts and doubts. */
const firstRemark = 201;
const mostRemarks = 40;

/** The number of a message's text displays with such remarks, by their order. */
export function remarkId(at: number): number {
  return firstRemark + at;
}

/** @param id of a text display, as Discord sends it */
export function isRemark(id: number | undefined): boolean {
  return id !== undefined && id >= firstRemark && id < firstRemark + mostRemarks;
}

const node = z.looseObject({
  id: z.number().optional(),
  content: z.string().optional(),
  get components() {
    return z.array(node).optional();
  },
});
type Node = z.infer<typeof node>;

/** How a question is written: in small print behind a label. @param words puts the label before a text */
export function labelled(words: (text: string) => string, escapedText: string): string {
  return `-# ${words(escapedText)}`;
}

/** The question that a message of ours answers, as it was asked; undefined where it answers none. */
export function readQuestion(components: readonly unknown[]): string | undefined {
  // Messages of earlier versions have the question in bold.
  return readLabelled(components, textIds.question) ?? readBoldLine(components, textIds.question);
}

/** How the words of a search are written. */
export function boldLine(escapedText: string): string {
  return `**${escapedText}**`;
}

/** What `boldLine` was given, unescaped, in a message's components as Discord sends them; undefined where there is none. */
export function readBoldLine(components: readonly unknown[], id: number): string | undefined {
  const content = readText(components, id);
  const inner = content === undefined ? undefined : /^\*\*([\s\S]+)\*\*$/u.exec(content.trim())?.[1];
  return inner === undefined ? undefined : unescapeText(inner);
}

/** What stands after the label of a small line. */
export function readLabelled(components: readonly unknown[], id: number): string | undefined {
  const content = readText(components, id);
  const inner = content === undefined ? undefined : /^-# [^:]*: ([\s\S]+)$/u.exec(content.trim())?.[1];
  return inner === undefined ? undefined : unescapeText(inner);
}

function readText(components: readonly unknown[], id: number): string | undefined {
  for (const component of components) {
    const parsed = node.safeParse(component);
    const found = parsed.success ? find(parsed.data, id) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function find({ id: own, content, components }: Node, id: number): string | undefined {
  if (own === id && content !== undefined) return content;
  for (const child of components ?? []) {
    const found = find(child, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
