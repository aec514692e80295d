import { ComponentType, TextInputStyle } from "discord.js";
import { expect, it } from "vitest";
import { form } from "../../../../src/discord/render/parts/form.ts";

it("is a title with fields, each with its label, cut to what fits", () => {
  const fields = [
    { name: "word", label: "Wort", maxChars: 10 },
    { name: "remark", label: "x".repeat(50), maxChars: 5, isRemark: true, value: "zu viel", placeholder: "Sag es" },
  ];
  expect(form("id", "t".repeat(50), fields)).toStrictEqual({
    custom_id: "id",
    title: `${"t".repeat(44)}…`,
    components: [
      {
        type: ComponentType.Label,
        label: "Wort",
        component: {
          type: ComponentType.TextInput,
          custom_id: "word",
          style: TextInputStyle.Short,
          min_length: 1,
          max_length: 10,
          required: true,
        },
      },
      {
        type: ComponentType.Label,
        label: `${"x".repeat(44)}…`,
        component: {
          type: ComponentType.TextInput,
          custom_id: "remark",
          style: TextInputStyle.Paragraph,
          placeholder: "Sag es",
          value: "zu v…",
          max_length: 5,
          required: false,
        },
      },
    ],
  });
});
