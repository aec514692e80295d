/** Makes the frames of `QuestionRules` out of patterns: each matches at the beginning only, in whatever case. */
export function framesOf(patterns: readonly string[]): readonly RegExp[] {
  return patterns.map((pattern) => new RegExp(`^${pattern}`, "isu"));
}
