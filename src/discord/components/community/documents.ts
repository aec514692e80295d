import type { AnySelectMenuInteraction } from "discord.js";
import * as z from "zod";
import { snowflake } from "../../../config/variables.ts";
import { defined } from "../../../defined.ts";
import {
  addDocumentId,
  discardDocumentId,
  documentChannelsId,
  documentRolesId,
  ownDocumentsId,
  removeDocumentId,
} from "../../custom-ids/ids.ts";
import { asDocumentManager, fullWords } from "../../documents/offering.ts";
import { addedNotice, renderOwnDocuments, renderRestriction, titleOf } from "../../render/documents/documents-view.ts";
import { notice, toPayload } from "../../render/parts/layout.ts";
import { explain } from "../../replying/respond.ts";
import { anyMenuHandler, buttonHandler, type ComponentContext } from "../handler.ts";

const snowflakes = z.array(snowflake);

/** Adds what was shown. */
export const addDocument = buttonHandler(addDocumentId, async (interaction, { staged }, context) => {
  const managing = await asDocumentManager(interaction, context);
  if (managing === undefined) return;
  const { m } = context;
  const { guildId, documents, note } = managing;
  await interaction.deferUpdate();
  const adding = await documents.add(guildId, staged);
  if (adding.kind === "gone") return explain(interaction, m.discord.documents.tooLate);
  if (adding.kind === "full") return explain(interaction, fullWords(documents, m));
  const { document } = adding;
  await note("document-added", `${document.title} (${document.entry.key})`);
  await interaction.editReply(toPayload(addedNotice(document, m)));
});

export const discardDocument = buttonHandler(discardDocumentId, async (interaction, { staged }, context) => {
  const managing = await asDocumentManager(interaction, context);
  if (managing === undefined) return;
  await interaction.deferUpdate();
  await managing.documents.discard(managing.guildId, staged);
  await interaction.editReply(toPayload(notice(context.m.discord.documents.discarded)));
});

/** Removes a document, once that was confirmed. */
export const removeDocument = buttonHandler(removeDocumentId, async (interaction, { key }, context) => {
  const managing = await asDocumentManager(interaction, context);
  if (managing === undefined) return;
  const words = context.m.discord.documents;
  await interaction.deferUpdate();
  const removed = await managing.documents.remove(managing.guildId, key);
  await managing.store.solvedPosts.removeDocument(managing.guildId, key);
  if (removed !== undefined) await managing.note("document-removed", `${removed.title} (${key})`);
  await interaction.editReply(
    toPayload(notice(removed === undefined ? words.unknown : words.removed(titleOf(removed)))),
  );
});

export const ownDocuments = buttonHandler(ownDocumentsId, async (interaction, { page }, context) => {
  const managing = await asDocumentManager(interaction, context);
  if (managing === undefined) return;
  const { documents, guildId } = managing;
  await interaction.deferUpdate();
  const all = await documents.list(guildId);
  const view = renderOwnDocuments(all, { page, quota: documents.quota, m: context.m });
  await interaction.editReply(toPayload(view));
});

export const documentRoles = anyMenuHandler(documentRolesId, (interaction, { key }, context) =>
  restrict(interaction, key, "roles", context),
);

export const documentChannels = anyMenuHandler(documentChannelsId, (interaction, { key }, context) =>
  restrict(interaction, key, "channels", context),
);

/** Sets one of the two lists, and leaves the other as it is. */
async function restrict(
  interaction: AnySelectMenuInteraction,
  key: string,
  what: "roles" | "channels",
  context: ComponentContext,
): Promise<void> {
  const managing = await asDocumentManager(interaction, context);
  if (managing === undefined) return;
  const { m } = context;
  const { guildId, documents, note } = managing;
  const chosen = snowflakes.safeParse(interaction.values);
  if (!chosen.success) return explain(interaction, m.discord.problems.outdated);
  // The role that everybody has is no restriction.
  const ids = chosen.data.includes(guildId) ? [] : chosen.data;
  await interaction.deferUpdate();
  const before = (await documents.list(guildId)).find(({ entry }) => entry.key === key)?.entry;
  const changed = ids.length === 0 ? undefined : ids;
  const to = defined({
    roles: what === "roles" ? changed : before?.roles,
    channels: what === "channels" ? changed : before?.channels,
  });
  const document = before === undefined ? undefined : await documents.restrict(guildId, key, to);
  if (document === undefined) return explain(interaction, m.discord.documents.unknown);
  // The list of what managers did is plain text: a mention would stand there as it is written.
  const { guild } = interaction;
  const names = ids.map((id) =>
    what === "roles" ? `@${guild?.roles.cache.get(id)?.name ?? id}` : `#${guild?.channels.cache.get(id)?.name ?? id}`,
  );
  await note("document-restricted", `${document.title} (${key}): ${names.length === 0 ? "–" : names.join(" ")}`);
  await interaction.editReply(toPayload(renderRestriction(document, m)));
}
