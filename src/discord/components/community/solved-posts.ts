import type { ButtonInteraction } from "discord.js";
import type { Messages } from "../../../locales/messages.ts";
import type { SolvedPostRow } from "../../../store/tables.ts";
import { agreeId, declineId } from "../../custom-ids/ids.ts";
import { haveAllAgreed } from "../../documents/agreement.ts";
import { fullWords } from "../../documents/offering.ts";
import {
  isChosen,
  type Keeping,
  keepingWords,
  keepPost,
  type Solving,
  solvingWith,
  withdraw,
} from "../../documents/solved-posts.ts";
import { messagesForText, settingsIn } from "../../locale.ts";
import { renderKeptPost, renderPrompt } from "../../render/documents/solved-view.ts";
import { notice, toPayload } from "../../render/parts/layout.ts";
import { explain } from "../../replying/respond.ts";
import { buttonHandler, type ComponentContext } from "../handler.ts";

/** Whoever clicks agrees that what they wrote is kept; once everybody has, it is. */
export const agree = buttonHandler(agreeId, async (interaction, people, context) => {
  const found = await findPost(interaction, people.answer, context);
  if (found === undefined) return;
  const { post, person, solving } = found;
  const { m } = context;
  const { solved } = m.discord.documents;
  const thread = await interaction.client.channels.fetch(post.thread);
  if (thread?.isThread() !== true || !isChosen(post.guild, post.forum, context))
    return explain(interaction, solved.notHere);
  await interaction.deferUpdate();
  const now = await solving.store.solvedPosts.agree(post, person);
  if (now === undefined) return explain(interaction, solved.over);
  // The message is for everybody, and so in the server's language.
  const words = wordsFor(interaction, context);
  if (!haveAllAgreed(now)) {
    const agreed = { asker: now.asker_agreed_at !== null, answerer: now.answerer_agreed_at !== null };
    await interaction.editReply(toPayload(renderPrompt(people, agreed, words)));
    return;
  }
  if (now.document === null) {
    let kept: Keeping | undefined;
    try {
      kept = await keepPost(now, thread, { ...context, ...solving });
    } finally {
      // The last of them can press the button again.
      if (kept !== "kept") await solving.store.solvedPosts.takeBack(post, person);
    }
    if (kept !== "kept") {
      return explain(interaction, keepingWords(kept, fullWords(solving.documents, m), m));
    }
  }
  await interaction.editReply(toPayload(renderKeptPost(post.answer, words)));
});

/** Whoever clicks does not want what they wrote to be kept, or no longer. */
export const decline = buttonHandler(declineId, async (interaction, { answer }, context) => {
  const found = await findPost(interaction, answer, context);
  if (found === undefined) return;
  await interaction.deferUpdate();
  await withdraw(found.post, interaction.client, context, true);
  await interaction.editReply(toPayload(notice(wordsFor(interaction, context).discord.documents.solved.notKept)));
});

function wordsFor({ guild, guildId }: ButtonInteraction, context: ComponentContext): Messages {
  return messagesForText(undefined, guild?.preferredLocale, settingsIn(guildId, context));
}

/** @returns undefined where it is not the person's to decide, which they have been told then */
async function findPost(
  interaction: ButtonInteraction,
  answer: string,
  context: ComponentContext,
): Promise<{ post: SolvedPostRow; person: string; solving: Solving } | undefined> {
  const { documents } = context.m.discord;
  const solving = solvingWith(context);
  if (solving === undefined) {
    await explain(interaction, documents.turnedOff);
    return undefined;
  }
  const post = await solving.store.solvedPosts.of(interaction.channelId);
  const person = solving.store.personHash(interaction.user.id);
  if (post?.answer !== answer) {
    await explain(interaction, documents.solved.over);
    return undefined;
  }
  if (post.asker !== person && post.answerer !== person) {
    await explain(interaction, documents.solved.notYours);
    return undefined;
  }
  return { post, person, solving };
}
