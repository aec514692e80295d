import { styles } from "../../answering/styles/styles.ts";
import { canShare, lookUp, toChoices } from "../actions/look-up.ts";
import { showReference } from "../actions/reference.ts";
import { notice } from "../render/parts/blocks.ts";
import { renderPassage } from "../render/passage.ts";
import { deferReply, finish, takeTurn } from "../replying/respond.ts";
import { audienceOf } from "../scope.ts";
import type { SlashCommand } from "./command.ts";
import { slashData } from "./definition.ts";

const styleChoices = styles.map(({ name, description }) => ({ value: name, en: description.en, de: description.de }));

export const cite: SlashCommand = {
  kind: "slash",
  data: slashData("cite", [
    ["reference", { type: "text", isRequired: true, maxChars: 200, completes: true }],
    ["style", { type: "choice", choices: styleChoices }],
    ["private", { type: "flag" }],
  ]),

  async execute(interaction, context) {
    const { m, fundstelle } = context;
    if (!(await takeTurn(interaction, "click", m, context))) return;
    const isPrivate = interaction.options.getBoolean("private") ?? false;
    await deferReply(interaction, isPrivate);
    const citation = interaction.options.getString("reference", true);
    const styleName = interaction.options.getString("style");
    if (styleName !== null) return showReference(interaction, { citation, styleName, isPrivate }, context);
    const found = await lookUp(fundstelle, citation, interaction.guildId, m);
    const view = { m, asker: interaction.user.id, isPrivate, canShare: canShare(interaction) };
    await finish(interaction, typeof found === "string" ? notice(found) : renderPassage(found, view));
  },

  autocomplete(interaction, { fundstelle }) {
    const typed = interaction.options.getFocused();
    return toChoices(fundstelle.suggestCitations(typed, { limit: 25, filter: audienceOf(interaction.guildId) }));
  },
};
