import { setTimeout as pause } from "node:timers/promises";
import { parseCitation } from "../../answering/citing/citation.ts";
import { styles } from "../../answering/styles/styles.ts";
import { canShare, lookUpCitation, toChoices } from "../actions/look-up.ts";
import { writeReference } from "../actions/reference.ts";
import { renderPassage } from "../render/passage-view.ts";
import { deferReply, explain, failPrivately, finish, takeTurn } from "../replying/respond.ts";
import { seenBy, seenByActor } from "../scope.ts";
import type { SlashCommand } from "./command.ts";
import { slashData } from "./definition.ts";

/** Discord waits three seconds for a first response. */
const patienceMs = 1000;
const styleChoices = styles.map(({ name, description }) => ({ value: name, en: description.en, de: description.de }));

export const cite: SlashCommand = {
  kind: "slash",
  data: slashData("cite", [
    ["reference", { type: "text", isRequired: true, maxChars: 200, completes: true }],
    ["style", { type: "choice", choices: styleChoices }],
    ["private", { type: "flag" }],
  ]),

  async execute(interaction, context) {
    const { m, fundstelle, community } = context;
    const citation = interaction.options.getString("reference", true);
    if (parseCitation(citation) === undefined) return explain(interaction, m.discord.problems.badCitation);
    if (!(await takeTurn(interaction, "click", m, context))) return;
    const isPrivate = interaction.options.getBoolean("private") ?? false;
    const looking = lookUpCitation(fundstelle, citation, seenBy(interaction, isPrivate, community), m);
    // If nothing is found, only the person is told, so no public reply may be started before.
    const early = await withinMs(looking, patienceMs);
    if (typeof early === "string") return explain(interaction, early);
    await deferReply(interaction, isPrivate);
    const found = early ?? (await looking);
    if (typeof found === "string") return failPrivately(interaction, found);
    const styleName = interaction.options.getString("style");
    if (styleName !== null) return writeReference(interaction, { found, styleName, isPrivate }, context);
    const view = { m, asker: interaction.user.id, isPrivate, canShare: canShare(interaction) };
    await finish(interaction, renderPassage(found, view), m);
  },

  autocomplete(interaction, { fundstelle, community }) {
    const typed = interaction.options.getFocused();
    return toChoices(fundstelle.suggestCitations(typed, { limit: 25, filter: seenByActor(interaction, community) }));
  },
};

/** @returns undefined where it takes longer */
async function withinMs<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  const controller = new AbortController();
  const { signal } = controller;
  const late = pause(ms, undefined, { signal }).catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    controller.abort();
  }
}
