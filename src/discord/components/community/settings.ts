import { serverVariables } from "../../../config/variables.ts";
import { asManager } from "../../community/as-manager.ts";
import { settingsPanel } from "../../community/settings-panel.ts";
import { settingId } from "../../custom-ids/ids.ts";
import { asHost } from "../../render/community/settings-view.ts";
import { toPayload } from "../../render/parts/layout.ts";
import { explain } from "../../replying/respond.ts";
import { anyMenuHandler } from "../handler.ts";

/** Sets one thing for the server, and shows the form as it is then. */
export const chooseSetting = anyMenuHandler(settingId, async (interaction, { name }, context) => {
  const managing = await asManager(interaction, context);
  if (managing === undefined) return;
  const chosen = interaction.values.join(",");
  const text = chosen === asHost ? undefined : chosen;
  const isCleared = text === "" && !serverVariables.shape[name].safeParse("").success;
  if (text !== undefined && !isCleared && !serverVariables.shape[name].safeParse(text).success)
    return explain(interaction, context.m.discord.problems.outdated);
  await interaction.deferUpdate();
  await context.community.set(managing.guildId, { [name]: isCleared ? undefined : text });
  await managing.note("set", `${name}=${text ?? ""}`);
  await interaction.editReply(toPayload(await settingsPanel(managing.guildId, managing.store, context)));
});
