/** Words for what can be learned of people's questions, on every platform. Whatever is filled in has been escaped. */
export interface InsightsMessages {
  readonly title: (days: number) => string;
  readonly nothing: string;
  readonly questions: (count: number) => string;
  /** Shares are texts such as `42 %`. */
  readonly answered: (share: string, sure: number, uncertain: number) => string;
  readonly unanswered: (count: number) => string;
  readonly latency: (medianMs: number, slowMs: number) => string;
  readonly votes: (helpful: number, notHelpful: number) => string;
  /** Names of the kinds of answers, in the chart. */
  readonly kinds: Readonly<Record<"sure" | "uncertain" | "unanswered", string>>;
  readonly days: string;
  readonly unansweredGroups: string;
  readonly wordsNotKept: (count: number) => string;
  readonly howToKeep: string;
  readonly times: (count: number) => string;
  readonly cited: string;
  readonly leastHelpful: string;
  readonly against: (notHelpful: number, helpful: number) => string;
  readonly neverCited: (count: number, documents: number) => string;
  readonly more: (count: number) => string;
  /** A link to the page, which lasts an hour. */
  readonly openPage: string;
  /** Above what is posted every week. */
  readonly digest: string;
}
