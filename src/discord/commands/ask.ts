import type { ChatInputCommandInteraction } from "discord.js";
import type { DocumentFilter } from "../../search/passage-index.ts";
import { askRevisably, logQuestion } from "../actions/ask-page.ts";
import { canShare, toChoices } from "../actions/look-up.ts";
import { askedIn, viewIn } from "../community/here.ts";
import { parseDay } from "../dates.ts";
import { shownQuestionChars, typedQuestionChars } from "../limits.ts";
import { fitsMessage, toQuestion } from "../messages/text/question-text.ts";
import { renderAnswer } from "../render/answer-view.ts";
import { renderHelp } from "../render/help-view.ts";
import { cutLine } from "../render/text/cut.ts";
import { inlineCode } from "../render/text/escape.ts";
import { deferReply, explain, finish, takeTurn } from "../replying/respond.ts";
import { findSource, type Scope, seenBy, seenByActor } from "../scope.ts";
import type { CommandContext, SlashCommand } from "./command.ts";
import { slashData } from "./definition.ts";

export const ask: SlashCommand = {
  kind: "slash",
  data: slashData("ask", [
    ["question", { type: "text", isRequired: true, maxChars: typedQuestionChars, completes: true }],
    ["source", { type: "text", maxChars: 100, completes: true }],
    ["from", { type: "text", maxChars: 20 }],
    ["until", { type: "text", maxChars: 20 }],
    ["private", { type: "flag" }],
  ]),

  async execute(interaction, context) {
    const { m, fundstelle } = context;
    const startedAt = performance.now();
    const question = toQuestion(interaction.options.getString("question", true));
    const here = context.community.settingsOf(interaction.guildId);
    const isPrivate = interaction.options.getBoolean("private") ?? here.privateAnswers;
    const seen = seenBy(interaction, isPrivate, context.community);
    const scope = readScope(interaction, seen, context);
    const problem =
      question === ""
        ? m.discord.problems.questionEmpty
        : !fitsMessage(question)
          ? m.discord.problems.questionTooLong(shownQuestionChars)
          : typeof scope === "string"
            ? scope
            : undefined;
    if (problem !== undefined || typeof scope === "string")
      return explain(interaction, problem ?? m.discord.problems.questionEmpty);
    if (!(await takeTurn(interaction, "question", m, context))) return;
    await deferReply(interaction, isPrivate);
    const { guildId, client } = interaction;
    const asked = { question, previous: "", scope, offset: 0, seen, ...askedIn(guildId, context.community) };
    const { page, revised } = await askRevisably(fundstelle, asked);
    const isHelp = page.answer.kind === "abstained" && page.answer.reason === "help";
    const view = {
      m,
      asker: interaction.user.id,
      scope,
      previous: "",
      isPrivate,
      canShare: canShare(interaction),
      isClosest: false,
      ...viewIn(guildId, context.community),
    };
    await finish(
      interaction,
      isHelp ? renderHelp(fundstelle, { seen, botId: client.user.id, m }) : renderAnswer(page, view),
      m,
    );
    logQuestion(context, {
      id: interaction.id,
      trigger: "command",
      answer: page.answer,
      startedAt,
      guildId,
      person: interaction.user.id,
    });
    const later = await revised;
    if (later !== undefined) await finish(interaction, renderAnswer(later, view), m);
  },

  autocomplete(interaction, { fundstelle, community }) {
    const { name, value } = interaction.options.getFocused(true);
    const options = { limit: 25, filter: seenByActor(interaction, community) };
    return name === "source"
      ? toChoices(fundstelle.suggestSources(value, options))
      : toChoices(
          fundstelle.suggestQuestions(value, options).map((question) => ({ label: question, value: question })),
        );
  },
};

/** The documents that a question is limited to, or a message that says why they cannot be. */
function readScope(
  interaction: ChatInputCommandInteraction,
  seen: DocumentFilter,
  { fundstelle, community, m }: CommandContext,
): Scope | string {
  const { problems } = m.discord;
  const typed = (name: string): string => interaction.options.getString(name)?.trim() ?? "";
  const [source, from, until] = [typed("source"), typed("from"), typed("until")];
  const key = source === "" ? "" : findSource(fundstelle, source, seen);
  if (key === undefined) {
    const isTheirs = findSource(fundstelle, source, seenByActor(interaction, community)) !== undefined;
    if (isTheirs) return problems.onlyPrivately;
    const near = fundstelle.suggestSources(source, { limit: 3, filter: seen });
    return problems.unknownSource(near.map(({ value }) => inlineCode(value)));
  }
  const [first, last] = [from === "" ? "" : parseDay(from)?.from, until === "" ? "" : parseDay(until)?.until];
  if (first === undefined) return problems.badDate(cutLine(from, 40));
  if (last === undefined) return problems.badDate(cutLine(until, 40));
  if (first !== "" && last !== "" && first > last) return problems.emptyTime;
  return { source: key, from: first, until: last };
}
