import { ComponentType } from "discord.js";
import { contentChars } from "../../limits.ts";
import type { Block, View } from "./layout.ts";

/** What a message says without its layout, in whole lines as far as there is room, with a remark below. */
export function plainText({ components }: View, remark: string): string {
  const texts = components.flatMap((component) =>
    component.type === ComponentType.Container
      ? component.components.flatMap(textsOf)
      : component.type === ComponentType.TextDisplay
        ? [component.content]
        : [],
  );
  const last = `-# ${remark}`;
  const lines: string[] = [];
  let room = contentChars - last.length - 1;
  for (const line of texts.join("\n").split("\n")) {
    room -= line.length + 1;
    if (room < 0) break;
    lines.push(line);
  }
  return [...lines, last].join("\n");
}

function textsOf(block: Block): string[] {
  if (block.type === ComponentType.TextDisplay) return [block.content];
  return block.type === ComponentType.Section ? block.components.map(({ content }) => content) : [];
}
