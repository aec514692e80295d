import { ButtonStyle } from "discord.js";
import type { Messages } from "../../../locales/messages.ts";
import { agreeId, declineId } from "../../custom-ids/ids.ts";
import { button, colors, container, rows, text, type View } from "../parts/layout.ts";

/** Ids of the message that answers, and of the persons who have written the post and the answer. */
export interface SolvedPeople {
  readonly answer: string;
  readonly asker: string;
  readonly answerer: string;
}

/** Asks those whose words they are whether a solved post may become a document. */
export function renderPrompt(
  people: SolvedPeople,
  agreed: { readonly asker: boolean; readonly answerer: boolean },
  m: Messages,
): View {
  const { solved } = m.discord.documents;
  const { answer, asker, answerer } = people;
  const parts =
    asker === answerer
      ? [solved.both(`<@${asker}>`)]
      : [solved.post(`<@${asker}>`, agreed.asker), solved.answer(`<@${answerer}>`, agreed.answerer)];
  return container(
    [
      text([solved.ask, ...parts].join("\n")),
      text(`-# ${solved.rules}`),
      ...rows([
        button(agreeId.encode(people), solved.agree, { style: ButtonStyle.Primary }),
        button(declineId.encode({ answer }), solved.decline),
      ]),
    ],
    colors.plain,
  );
}

/** That it has become one. */
export function renderKeptPost(answer: string, m: Messages): View {
  const { solved } = m.discord.documents;
  return container([text(solved.kept), ...rows([button(declineId.encode({ answer }), solved.withdraw)])], colors.plain);
}
