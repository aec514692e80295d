import { eraseId } from "../../custom-ids/ids.ts";
import { notice, toPayload } from "../../render/parts/layout.ts";
import { explain } from "../../replying/respond.ts";
import { buttonHandler } from "../handler.ts";

/** Whoever clicks has what is stored about them erased: the button never says about whom. */
export const erase = buttonHandler(eraseId, async (interaction, _id, { m, community: { store }, serverDocuments }) => {
  const { noStore, privacy } = m.discord.community;
  if (store === undefined) return explain(interaction, noStore);
  await interaction.deferUpdate();
  const person = store.personHash(interaction.user.id);
  await Promise.all([store.personalData.erase(person), serverDocuments?.erase(person)]);
  await interaction.editReply(toPayload(notice(privacy.erased)));
});
