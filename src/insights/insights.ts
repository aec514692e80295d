/** What came of the questions of one day. */
export interface DayFigures {
  /** ISO, in UTC. */
  readonly day: string;
  readonly sure: number;
  readonly uncertain: number;
  readonly unanswered: number;
}

/** Unanswered questions that ask about the same. */
export interface UnansweredGroup {
  /** In the words of the newest of them. */
  readonly question: string;
  readonly count: number;
  /** Other wordings, newest first. */
  readonly alike: readonly string[];
}

/** How people voted on answers whose first passage is the same. */
export interface VotedPassage {
  readonly citation: string;
  readonly helpful: number;
  readonly notHelpful: number;
  /** What people said about them, newest first. */
  readonly words: readonly string[];
  /** What was asked, newest first, where the server keeps the words. */
  readonly questions: readonly string[];
}

/** What can be learned of what was asked in a time. */
export interface Insights {
  /** Milliseconds since 1970; `until` is not part of it. */
  readonly from: number;
  readonly until: number;
  readonly questions: number;
  readonly sure: number;
  readonly uncertain: number;
  readonly unanswered: number;
  /** Milliseconds that half of the answers, and 95 of 100, took at most; undefined if there are none. */
  readonly medianMs: number | undefined;
  readonly slowMs: number | undefined;
  /** Every day of the time. */
  readonly days: readonly DayFigures[];
  /** Largest first. */
  readonly unansweredGroups: readonly UnansweredGroup[];
  /** Unanswered questions whose words nobody keeps. */
  readonly unansweredWithoutWords: number;
  /** Passages by how many answers showed them at first, most first. */
  readonly cited: readonly { readonly citation: string; readonly count: number }[];
  readonly helpful: number;
  readonly notHelpful: number;
  /** Those with more votes against than for, worst first. */
  readonly leastHelpful: readonly VotedPassage[];
  /** Keys of documents that no answer showed at first, of how many documents there are. */
  readonly neverCited: readonly string[];
  readonly documents: number;
}
