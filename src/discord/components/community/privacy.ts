import { eraseId } from "../../custom-ids/ids.ts";
import { withdrawAllOf } from "../../documents/solved-posts.ts";
import { notice, toPayload } from "../../render/parts/layout.ts";
import { explain } from "../../replying/respond.ts";
import { buttonHandler } from "../handler.ts";

/** Whoever clicks has what is stored about them erased: the button never says about whom. */
export const erase = buttonHandler(eraseId, async (interaction, _id, context) => {
  const { m, community, serverDocuments } = context;
  const { store } = community;
  const { noStore, privacy } = m.discord.community;
  if (store === undefined) return explain(interaction, noStore);
  await interaction.deferUpdate();
  const person = store.personHash(interaction.user.id);
  // By what the store knows their documents are found.
  await withdrawAllOf(person, interaction.client, context);
  await Promise.all([store.personalData.erase(person), serverDocuments?.erase(person)]);
  await interaction.editReply(toPayload(notice(privacy.erased)));
});
