import { expect, it } from "vitest";
import { Component, Embed } from "../../discord-stand-in/bodies.ts";
import { renderForPerson, renderModal } from "../../discord-stand-in/console/render.ts";
import { withDefaults } from "../../discord-stand-in/options.ts";
import { createMessage, editMessage } from "../../discord-stand-in/state/messages.ts";
import { addChannel, addGuild } from "../../discord-stand-in/state/setup.ts";
import { World } from "../../discord-stand-in/state/world.ts";

const world = new World(withDefaults({}));
const channel = addChannel(world, addGuild(world, "g", {}), "c");
const message = (more: Parameters<typeof createMessage>[2]) => createMessage(world, channel, more);
const author = world.bot;

it("shows text, embeds, buttons with numbers, and whether something was edited", () => {
  const shown = message({
    author,
    content: "**Hello**",
    embeds: [
      Embed.parse({ title: "Title", description: "Text", fields: [{ name: "n", value: "v" }], footer: { text: "f" } }),
    ],
    components: [
      Component.parse({
        type: 1,
        components: [
          { type: 2, style: 1, label: "Context", custom_id: "a" },
          { type: 2, style: 2, label: "Cite", custom_id: "b", disabled: true, emoji: { name: "📖" } },
          { type: 2, style: 5, label: "Open", url: "https://a.example/" },
        ],
      }),
    ],
  });
  const expected =
    "**Hello**\n┃ Title\n┃ Text\n┃ n\n┃ v\n┃ f\n[1] Context  [2] 📖 Cite (disabled)  [3] Open → https://a.example/";
  expect(renderForPerson(shown)).toBe(expected);
  editMessage(world, shown, { content: "Bye", embeds: [], components: [] });
  expect(renderForPerson(shown)).toBe("Bye\n(edited)");
});

it("shows containers, sections and separators from top to bottom", () => {
  const shown = message({
    author,
    flags: 32768,
    components: [
      Component.parse({
        type: 17,
        components: [
          { type: 10, content: "one\ntwo" },
          { type: 14 },
          {
            type: 9,
            components: [{ type: 10, content: "three" }],
            accessory: { type: 2, style: 1, label: "More", custom_id: "m" },
          },
        ],
      }),
    ],
  });
  expect(renderForPerson(shown)).toBe("┃ one\n┃ two\n┃ ────────\n┃ three\n┃ [1] More");
});

it("shows that the bot is thinking, and for whom", () => {
  expect(renderForPerson(message({ author, flags: 128 | 64, ephemeralFor: "1" }))).toBe(
    "Fundstelle is thinking…\n(Only you can see this)",
  );
});

it("shows a form", () => {
  const label = Component.parse({
    type: 18,
    label: "Question",
    component: { type: 4, custom_id: "q", style: 1, placeholder: "…" },
  });
  const modal = {
    custom_id: "m",
    title: "Ask further",
    components: [label],
    interactionId: "1",
    source: undefined,
    channel,
  };
  expect(renderModal(modal)).toBe("╭ Ask further\n  1 Question *: …");
});
