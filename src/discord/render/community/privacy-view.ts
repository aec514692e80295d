import { ButtonStyle } from "discord.js";
import type { AboutPersonInDocuments } from "../../../documents/servers/server-documents.ts";
import type { Messages } from "../../../locales/messages.ts";
import type { AboutPerson } from "../../../store/personal-data.ts";
import { eraseId } from "../../custom-ids/ids.ts";
import { hasAgreed } from "../../documents/agreement.ts";
import { messageTextChars } from "../../limits.ts";
import { shareEqually, wholeLines } from "../parts/budget.ts";
import { dayOf } from "../parts/day.ts";
import { button, colors, container, rows, text, textChars, type View } from "../parts/layout.ts";
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
  const head = [text(`## ${privacy.title}`), ...(hasAny ? [] : [text(privacy.nothing)])];
  const foot = [
    ...(isInDocuments ? [text(m.discord.documents.about(added, messages))] : []),
    ...(solvedPosts.length === 0 ? [] : [text(m.discord.documents.solved.about(solvedPosts.length, agreed))]),
    ...(blockedSince === undefined ? [] : [text(privacy.blocked(dayOf(blockedSince, m)))]),
    text(`-# ${privacy.rules(retentionDays, keepsQuestions)}`),
  ];
  const lists = [
    listOf(privacy.votes(votes.length), voteLines, votes.length, m),
    listOf(privacy.questions(questions.length), questionLines, questions.length, m),
  ].filter(({ of }) => of > 0);
  const shares = shareEqually(
    messageTextChars - textChars([...head, ...foot]),
    lists.map(({ chars }) => chars),
  );
  return container(
    [
      ...head,
      ...lists.map(({ within }, index) => text(within(shares[index] ?? 0))),
      ...foot,
      ...(hasAny ? rows([button(eraseId.encode({}), privacy.erase, { style: ButtonStyle.Danger })]) : []),
    ],
    colors.plain,
  );
}

/** Lines below a heading, and how many more there are: as many whole ones as there is room for. */
function listOf(heading: string, all: readonly string[], of: number, { discord }: Messages) {
  const { more } = discord.community.privacy;
  const lines = all.map((line) => `- ${line}`);
  const within = (maxChars: number): string => {
    const shown = wholeLines(lines, maxChars - heading.length - `\n- ${more(of)}`.length);
    return [heading, ...shown, ...(of > shown.length ? [`- ${more(of - shown.length)}`] : [])].join("\n");
  };
  return { of, within, chars: within(Number.POSITIVE_INFINITY).length + `\n- ${more(of)}`.length };
}
