import type { RepliableInteraction } from "discord.js";
import { parseCitation } from "../../answering/citing/citation.ts";
import type { LookedUp } from "../../answering/service.ts";
import { findStyle } from "../../answering/styles/render-reference.ts";
import { styles } from "../../answering/styles/styles.ts";
import { AppError } from "../../errors.ts";
import type { CommandContext } from "../commands/command.ts";
import { referenceOf } from "../render/parts/source-line.ts";
import { renderReference } from "../render/reference-view.ts";
import { failPrivately, finish } from "../replying/respond.ts";
import { seenBy, seenByActor } from "../scope.ts";
import { canShare, lookUpCitation } from "./look-up.ts";

/**
 * Looks a citation up and writes a reference to it, in an interaction that is deferred.
 * @param styleName a style's name; the first style is used for any other
 */
export async function showReference(
  interaction: RepliableInteraction,
  { citation, styleName }: { citation: string; styleName: string | undefined },
  context: Pick<CommandContext, "fundstelle" | "m" | "community">,
): Promise<void> {
  const found = await lookUpCitation(
    context.fundstelle,
    citation,
    seenByActor(interaction, context.community),
    context.m,
  );
  if (typeof found === "string") return failPrivately(interaction, found);
  await writeReference(interaction, { found, styleName, isPrivate: true }, context);
}

/** Writes a reference to what was found, in an interaction that is deferred. */
export async function writeReference(
  interaction: RepliableInteraction,
  { found, styleName, isPrivate }: { found: LookedUp; styleName: string | undefined; isPrivate: boolean },
  { fundstelle, m, community }: Pick<CommandContext, "fundstelle" | "m" | "community">,
): Promise<void> {
  const { user } = interaction;
  const style = (styleName === undefined ? undefined : findStyle(styleName)) ?? styles[0];
  const reference = parseCitation(referenceOf(found));
  if (style === undefined || reference === undefined) {
    throw new AppError("citation-invalid", "The citation cannot be written.", "Ask again to get another one.");
  }
  const data = await fundstelle.reference(reference, { filter: seenBy(interaction, isPrivate, community) });
  const written = await style.render(data, m.locale);
  const view = { m, asker: user.id, isPrivate, canShare: canShare(interaction) };
  await finish(interaction, renderReference({ found, style, written }, view), m);
}
