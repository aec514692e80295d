import type {
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RepliableInteraction,
  StringSelectMenuInteraction,
} from "discord.js";
import { formatCitationWithFingerprint } from "../../answering/citing/citation.ts";
import { lookUpCitation } from "../actions/look-up.ts";
import type { CommandContext } from "../commands/command.ts";
import { pointId, unpointId } from "../custom-ids/ids.ts";
import { typedQuestionChars } from "../limits.ts";
import { toQuestion } from "../messages/text/question-text.ts";
import { form } from "../render/parts/form.ts";
import { button, notice, rowOf, toPrivatePayload } from "../render/parts/layout.ts";
import { cutLine } from "../render/text/cut.ts";
import { inlineCode } from "../render/text/escape.ts";
import { explain } from "../replying/respond.ts";
import { seenByActor } from "../scope.ts";
import { isManager } from "./managers.ts";

const questionField = "question";
const citationField = "citation";
const citationChars = 100;
const shownChars = 200;

/** Whether somebody may say which passage answers: who manages the bot, and who asked if the server allows it. */
function mayPoint(
  interaction: RepliableInteraction,
  asker: string | undefined,
  { community }: Pick<CommandContext, "community">,
): boolean {
  if (interaction.guildId === null) return false;
  const settings = community.settingsOf(interaction.guildId);
  return isManager(interaction, settings) || (settings.askersPoint && interaction.user.id === asker);
}

/** Opens the form in which somebody names the passage that answers a question. */
export async function openPointing(
  interaction: MessageContextMenuCommandInteraction | StringSelectMenuInteraction,
  { question, citation, asker }: { question: string; citation: string; asker: string },
  context: CommandContext,
): Promise<void> {
  const { pointing, noStore } = context.m.discord.community;
  if (context.community.store === undefined) return explain(interaction, noStore);
  if (!mayPoint(interaction, asker, context)) return explain(interaction, pointing.notYours);
  const fields = [
    { name: questionField, label: pointing.question, value: question, maxChars: typedQuestionChars },
    { name: citationField, label: pointing.citation, value: citation, maxChars: citationChars },
  ];
  await interaction.showModal(form(pointId.encode({ asker }), pointing.title, fields));
}

/** What somebody has named in the form. */
export async function keepPointer(
  interaction: ModalSubmitInteraction,
  asker: string,
  context: CommandContext,
): Promise<void> {
  const { m, community, fundstelle } = context;
  const { guildId, fields } = interaction;
  const { pointing, noStore } = m.discord.community;
  if (community.store === undefined || guildId === null) return explain(interaction, noStore);
  if (!mayPoint(interaction, asker, context)) return explain(interaction, pointing.notYours);
  const question = toQuestion(fields.getTextInputValue(questionField));
  if (question === "") return explain(interaction, pointing.noQuestion);
  const found = await lookUpCitation(
    fundstelle,
    fields.getTextInputValue(citationField).trim(),
    seenByActor(interaction, community),
    m,
  );
  if (typeof found === "string") return explain(interaction, found);
  const citation = formatCitationWithFingerprint({ ...found.passage, fingerprint: found.fingerprint });
  const pointer = await community.point({ guild: guildId, question, citation });
  await note(interaction, "pointed", `${found.citation} · ${question}`, context);
  const told = notice(pointing.done(inlineCode(found.citation), cutLine(question, shownChars)));
  const undo = button(unpointId.encode({ pointer }), pointing.undo);
  await interaction.reply(toPrivatePayload({ components: [...told.components, rowOf([undo])] }));
}

/** Has a question be answered again by what is found. */
export async function undoPointing(
  interaction: RepliableInteraction,
  pointer: string,
  asker: string | undefined,
  context: CommandContext,
): Promise<void> {
  const { community, m } = context;
  const { pointing } = m.discord.community;
  const { guildId } = interaction;
  if (guildId === null || !mayPoint(interaction, asker, context)) return explain(interaction, pointing.notYours);
  const before = community.pointersOf(guildId).find(({ id }) => id === pointer);
  const isUndone = await community.unpoint(guildId, pointer);
  if (isUndone) await note(interaction, "unpointed", before?.question ?? "", context);
  await explain(interaction, isUndone ? pointing.undone : pointing.gone);
}

async function note(
  { guildId, user }: RepliableInteraction,
  action: "pointed" | "unpointed",
  detail: string,
  { community }: Pick<CommandContext, "community">,
): Promise<void> {
  await community.store?.audit.add({ guild: guildId ?? "", manager: user.id, action, detail });
}
