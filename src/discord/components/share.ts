import { type ButtonInteraction, MessageFlags, type StringSelectMenuInteraction } from "discord.js";
import type { CitationReference } from "../../answering/citing/citation.ts";
import type { Fundstelle, LookedUp } from "../../answering/service.ts";
import { AppError } from "../../errors.ts";
import { messagesFor } from "../../locales/choose-messages.ts";
import { locales } from "../../locales/locale.ts";
import type { DocumentFilter } from "../../search/passage-index.ts";
import { neighbours } from "../actions/look-up.ts";
import { shareFileId, shareId } from "../custom-ids/ids.ts";
import { toPayload } from "../render/parts/layout.ts";
import { standingLines } from "../render/parts/source-line.ts";
import { renderAfterSharing, renderShared } from "../render/sharing-view.ts";
import { readReferences } from "../render/text/message-reference.ts";
import { componentsOf, explain, takeTurn } from "../replying/respond.ts";
import { markOfFile, seenByActor, seenByAll } from "../scope.ts";
import { buttonHandler, type ComponentContext } from "./handler.ts";

/** Posts a private message publicly, as it is, without asking the question again. */
export const share = buttonHandler(shareId, (interaction, { asker }, context) =>
  shareAnswer(interaction, asker, context),
);

/** The same of a message that also tells of a document's file: only as long as the file is the same. */
export const shareFile = buttonHandler(shareFileId, (interaction, { asker, file }, context) =>
  shareAnswer(interaction, asker, context, file),
);

/**
 * The same from a menu. What was shown to one person may be hidden from others, changed or removed by now, so everything
 * that the message quotes must still stand where everybody there may see it.
 * @param file the mark of the file that the message tells of; "" for none
 */
export async function shareAnswer(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  asker: string,
  context: ComponentContext,
  file = "",
): Promise<void> {
  const { m, recentEvents, fundstelle, community } = context;
  const { problems } = m.discord;
  if (!interaction.message.flags.has(MessageFlags.Ephemeral)) return explain(interaction, problems.outdated);
  if (interaction.user.id !== asker) return explain(interaction, problems.notYours);
  const components = componentsOf(interaction.message);
  const quoted = readReferences(components);
  const [seen, own] = [seenByAll(interaction, community), seenByActor(interaction, community)];
  const hidden = unseenBy(quoted, fundstelle, seen);
  // Whoever may not see it either is told what they would be told if it were gone.
  if (hidden.length > 0)
    return explain(
      interaction,
      unseenBy(hidden, fundstelle, own).length === 0 ? problems.notForAll : problems.changedSince,
    );
  if (!(await takeTurn(interaction, "click", m, context))) return;
  const sharing = `share:${interaction.message.id}`;
  if (!(await recentEvents.acquire(sharing))) return explain(interaction, problems.alreadyShared);
  try {
    await interaction.deferUpdate();
    const found = await allStanding(quoted, file, fundstelle, seen);
    if (found === undefined) {
      await recentEvents.release(sharing);
      return await explain(interaction, problems.changedSince);
    }
    const seesMore = fundstelle.sources(own).length > fundstelle.sources(seen).length;
    // The message is in the language that the asker had then.
    const standing = found.flatMap((each) =>
      locales.flatMap((locale) => standingLines(each, messagesFor(locale).answer)),
    );
    await interaction.followUp(toPayload(renderShared(components, { asker, seesMore, standing, m })));
  } catch (error) {
    // The button still stands there.
    await recentEvents.release(sharing);
    throw error;
  }
  await interaction.editReply(toPayload(renderAfterSharing(components)));
}

/** Those of some citations whose documents a filter does not let through, or that are not there. */
function unseenBy(
  quoted: readonly CitationReference[],
  fundstelle: Pick<Fundstelle, "sources">,
  filter: DocumentFilter,
): readonly CitationReference[] {
  const seen = new Set(fundstelle.sources(filter).map(({ metadata }) => metadata.key));
  return quoted.filter(({ documentKey }) => !seen.has(documentKey));
}

/**
 * What is quoted, as others see it; undefined where some of it no longer stands in its document, or that is no longer a
 * file of the same content where one is told of.
 */
async function allStanding(
  quoted: readonly CitationReference[],
  file: string,
  fundstelle: Pick<Fundstelle, "lookUp">,
  filter: DocumentFilter,
): Promise<readonly LookedUp[] | undefined> {
  const all: LookedUp[] = [];
  for (const reference of quoted) {
    try {
      const found = await fundstelle.lookUp(reference, {
        neighbours: file === "" ? 0 : neighbours,
        filter,
      });
      if (found.metadata.key !== reference.documentKey) return undefined;
      if (file !== "" && markOfFile(found.document) !== file) return undefined;
      all.push(found);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code !== "document-changed" && error.code !== "citation-unknown") throw error;
      return undefined;
    }
  }
  return all;
}
