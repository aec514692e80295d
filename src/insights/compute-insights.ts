import type { QuestionRow, VoteRow } from "../store/tables.ts";
import type { DayFigures, Insights, UnansweredGroup, VotedPassage } from "./insights.ts";

const dayMs = 86_400_000;

/** What insights are computed from. */
export interface InsightsSource {
  readonly from: number;
  readonly until: number;
  /** Oldest first. */
  readonly questions: readonly QuestionRow[];
  readonly votes: readonly VoteRow[];
  /** Keys of all documents that can be seen. */
  readonly documents: readonly string[];
  /** Groups texts by what they ask about: positions of each group. */
  readonly group: (questions: readonly string[]) => Promise<readonly (readonly number[])[]>;
}

export async function computeInsights(source: InsightsSource): Promise<Insights> {
  const { from, until, questions, votes, documents, group } = source;
  const counted = (certainty: string): number => questions.filter((each) => each.certainty === certainty).length;
  const cited = countCitations(questions);
  const citedKeys = new Set([...cited.keys()].map(keyOf));
  const latencies = questions.map(({ latency_ms }) => latency_ms).sort((a, b) => a - b);
  const unanswered = questions.filter(({ certainty }) => certainty === "none");
  const worded = unanswered.flatMap(({ question }) => (question === null ? [] : [question])).reverse();
  return {
    from,
    until,
    questions: questions.length,
    sure: counted("sure"),
    uncertain: counted("uncertain"),
    unanswered: unanswered.length,
    medianMs: quantile(latencies, 0.5),
    slowMs: quantile(latencies, 0.95),
    days: daysOf(questions, from, until),
    unansweredGroups: (await group(worded)).map((members) => groupOf(members.flatMap((at) => worded[at] ?? []))),
    unansweredWithoutWords: unanswered.length - worded.length,
    cited: [...cited]
      .map(([citation, count]) => ({ citation, count }))
      .sort((a, b) => b.count - a.count || a.citation.localeCompare(b.citation)),
    helpful: votes.filter(({ vote }) => vote > 0).length,
    notHelpful: votes.filter(({ vote }) => vote < 0).length,
    leastHelpful: leastHelpful(votes),
    neverCited: documents.filter((key) => !citedKeys.has(key)),
    documents: documents.length,
  };
}

function countCitations(questions: readonly QuestionRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { citations } of questions) {
    for (const citation of citations?.split(" ") ?? []) counts.set(citation, (counts.get(citation) ?? 0) + 1);
  }
  return counts;
}

/** The key of a citation's document: a key may hold colons nowhere, so that the first one ends it. */
function keyOf(citation: string): string {
  return citation.split(":")[0] ?? "";
}

/** The nearest-rank quantile. @param sorted in ascending order */
function quantile(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

function daysOf(questions: readonly QuestionRow[], from: number, until: number): DayFigures[] {
  const days = new Map<string, { sure: number; uncertain: number; unanswered: number }>();
  for (let time = from; time < until; time += dayMs) days.set(dayOf(time), { sure: 0, uncertain: 0, unanswered: 0 });
  if (until > from) days.set(dayOf(until - 1), { sure: 0, uncertain: 0, unanswered: 0 });
  for (const { asked_at, certainty } of questions) {
    const figures = days.get(dayOf(asked_at));
    if (figures === undefined) continue;
    if (certainty === "sure" || certainty === "uncertain") figures[certainty]++;
    else figures.unanswered++;
  }
  return [...days].map(([day, figures]) => ({ day, ...figures }));
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function groupOf(questions: readonly string[]): UnansweredGroup {
  const [question = "", ...others] = questions;
  const alike = [...new Set(others)].filter((other) => other !== question);
  return { question, count: questions.length, alike };
}

function leastHelpful(votes: readonly VoteRow[]): VotedPassage[] {
  return [...groupVotes(votes)]
    .map(([citation, cast]) => {
      const newest = [...cast].sort((a, b) => b.voted_at - a.voted_at);
      return {
        citation,
        helpful: cast.filter(({ vote }) => vote > 0).length,
        notHelpful: cast.filter(({ vote }) => vote < 0).length,
        words: newest.flatMap(({ word }) => (word === null ? [] : [word])),
        questions: [...new Set(newest.flatMap(({ question }) => (question === null ? [] : [question])))],
      };
    })
    .filter(({ helpful, notHelpful }) => notHelpful > helpful)
    .sort((a, b) => b.notHelpful - b.helpful - (a.notHelpful - a.helpful) || a.citation.localeCompare(b.citation));
}

function groupVotes(votes: readonly VoteRow[]): Map<string, VoteRow[]> {
  const groups = new Map<string, VoteRow[]>();
  for (const vote of votes) {
    if (vote.citation === null) continue;
    groups.set(vote.citation, [...(groups.get(vote.citation) ?? []), vote]);
  }
  return groups;
}
