/** How a language's questions ask for documents rather than a passage. White space is a single space in what they match. */
export interface OverviewRules {
  /** Questions about the whole collection. */
  readonly collection: readonly RegExp[];
  /** Questions for documents on a topic, which is the first group. */
  readonly topic: readonly RegExp[];
}
