import type { Embed } from "../bodies.ts";
import { checkLength, lengthOf, type Rule } from "./rule.ts";

export const embedRules: readonly Rule<readonly Embed[]>[] = [
  {
    name: "embed-count",
    check: (embeds) => (embeds.length > 10 ? [`${embeds.length} embeds, allowed are 10`] : []),
  },
  {
    name: "embed-empty",
    check: (embeds) =>
      embeds.some((embed) => lengthOfEmbed(embed) === 0 && !embed.image && !embed.thumbnail)
        ? ["an embed is empty"]
        : [],
  },
  {
    name: "embed-part-length",
    check: (embeds) =>
      embeds.flatMap((embed) => [
        ...checkLength("embed title", embed.title, 0, 256),
        ...checkLength("embed description", embed.description, 0, 4096),
        ...checkLength("embed footer", embed.footer?.text, 0, 2048),
        ...checkLength("embed author", embed.author?.name, 0, 256),
        ...(embed.fields ?? []).flatMap((field) => [
          ...checkLength("embed field name", field.name, 1, 256),
          ...checkLength("embed field value", field.value, 1, 1024),
        ]),
      ]),
  },
  {
    name: "embed-field-count",
    check: (embeds) =>
      embeds.flatMap(({ fields }) => (fields && fields.length > 25 ? [`${fields.length} fields, allowed are 25`] : [])),
  },
  {
    name: "embed-total-length",
    check: (embeds) => {
      const length = embeds.reduce((sum, embed) => sum + lengthOfEmbed(embed), 0);
      return length > 6000 ? [`${length} characters over all embeds, allowed are 6000`] : [];
    },
  },
];

function lengthOfEmbed(embed: Embed): number {
  const parts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
  const fields = (embed.fields ?? []).flatMap((field) => [field.name, field.value]);
  return [...parts, ...fields].reduce((sum, text) => sum + lengthOf(text), 0);
}
