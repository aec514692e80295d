import { toChoices } from "../actions/look-up.ts";
import { showReading } from "../actions/reading.ts";
import { inlineCode } from "../render/text/escape.ts";
import { deferReply, explain, takeTurn } from "../replying/respond.ts";
import { findSource, seenByActor } from "../scope.ts";
import type { SlashCommand } from "./command.ts";
import { slashData } from "./definition.ts";

export const source: SlashCommand = {
  kind: "slash",
  data: slashData("source", [
    ["source", { type: "text", isRequired: true, maxChars: 100, completes: true }],
    ["page", { type: "number", min: 1, max: 100_000 }],
  ]),

  async execute(interaction, context) {
    const { m, fundstelle, community } = context;
    const seen = seenByActor(interaction, community);
    const typed = interaction.options.getString("source", true);
    const near = fundstelle.suggestSources(typed, { limit: 3, filter: seen });
    // A single match must be the document that was meant.
    const [only] = near.length === 1 ? near : [];
    const key = findSource(fundstelle, typed, seen) ?? only?.value;
    if (key === undefined) {
      return explain(interaction, m.discord.problems.unknownSource(near.map(({ value }) => inlineCode(value))));
    }
    if (!(await takeTurn(interaction, "click", m, context))) return;
    await deferReply(interaction, true);
    await showReading(interaction, { key, page: interaction.options.getInteger("page") ?? 1, part: 0 }, context);
  },

  autocomplete(interaction, { fundstelle, community }) {
    const typed = interaction.options.getFocused();
    return toChoices(fundstelle.suggestSources(typed, { limit: 25, filter: seenByActor(interaction, community) }));
  },
};
