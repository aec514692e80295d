import { ButtonStyle } from "discord.js";
import type { AboutPersonInDocuments } from "../../../documents/servers/server-documents.ts";
import type { Messages } from "../../../locales/messages.ts";
import type { AboutPerson } from "../../../store/personal-data.ts";
import { eraseId } from "../../custom-ids/ids.ts";
import { hasAgreed } from "../../documents/agreement.ts";
import { dayOf } from "../parts/day.ts";
import { button, colors, container, rows, text, type View } from "../parts/layout.ts";
import { cutLine } from "../text/cut.ts";
import { inlineCode } from "../text/escape.ts";

const mostLines = 8;
const wordChars = 160;

/** All that is stored about a person by their hash. */
interface Stored extends AboutPerson {
  /** Absent: servers add no documents. */
  readonly inDocuments?: AboutPersonInDocuments | undefined;
}

/** What is stored about a person, and how it is erased. */
export function renderPrivacy(
  { votes, questions, solvedPosts, inDocuments = { added: 0, messages: 0 } }: Stored,
  {
    m,
    person,
    blockedSince,
    retentionDays,
    keepsQuestions,
  }: {
    readonly m: Messages;
    /** As a keyed hash. */
    readonly person: string;
    /** Since when the person is blocked in the server; undefined: they are not. */
    readonly blockedSince: number | undefined;
    readonly retentionDays: number;
    readonly keepsQuestions: boolean;
  },
): View {
  const { privacy } = m.discord.community;
  const lines = (shown: readonly string[], all: number): string[] => [
    ...shown.map((line) => `- ${line}`),
    ...(all > shown.length ? [`- ${privacy.more(all - shown.length)}`] : []),
  ];
  const words = (stored: string): string => cutLine(stored, wordChars);
  const voteLines = votes
    .slice(0, mostLines)
    .map(({ vote, voted_at, citation, word, question }) =>
      [
        privacy.vote(vote > 0, dayOf(voted_at, m)),
        ...(citation === null ? [] : [inlineCode(citation)]),
        ...(question === null ? [] : [words(question)]),
        ...(word === null ? [] : [`*${words(word)}*`]),
      ].join(" · "),
    );
  const questionLines = questions
    .slice(0, mostLines)
    .map(({ question, asked_at }) => `${dayOf(asked_at, m)} · ${words(question ?? "")}`);
  const { added, messages } = inDocuments;
  const isInDocuments = added + messages > 0;
  const agreed = solvedPosts.filter((post) => hasAgreed(post, person)).length;
  const hasAny = isInDocuments || solvedPosts.length > 0 || votes.length + questions.length > 0;
  return container(
    [
      text(`## ${privacy.title}`),
      ...(hasAny ? [] : [text(privacy.nothing)]),
      ...(votes.length === 0
        ? []
        : [text([privacy.votes(votes.length), ...lines(voteLines, votes.length)].join("\n"))]),
      ...(questions.length === 0
        ? []
        : [text([privacy.questions(questions.length), ...lines(questionLines, questions.length)].join("\n"))]),
      ...(isInDocuments ? [text(m.discord.documents.about(added, messages))] : []),
      ...(solvedPosts.length === 0 ? [] : [text(m.discord.documents.solved.about(solvedPosts.length, agreed))]),
      ...(blockedSince === undefined ? [] : [text(privacy.blocked(dayOf(blockedSince, m)))]),
      text(`-# ${privacy.rules(retentionDays, keepsQuestions)}`),
      ...(hasAny ? rows([button(eraseId.encode({}), privacy.erase, { style: ButtonStyle.Danger })]) : []),
    ],
    colors.plain,
  );
}
