/** One thing that Discord refuses. */
export interface Rule<T> {
  readonly name: string;
  /** What is wrong with the subject, a line each; nothing when all is well. */
  check(subject: T): readonly string[];
}

/** A request that broke a rule. */
export interface Violation {
  readonly rule: string;
  readonly message: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface Finding {
  readonly rule: string;
  readonly message: string;
}

/** What each of the rules finds. */
export function applyRules<T>(rules: readonly Rule<T>[], subject: T): Finding[] {
  return rules.flatMap((rule) => rule.check(subject).map((message) => ({ rule: rule.name, message })));
}

/** Discord counts code points, not UTF-16 units. */
export function lengthOf(text: string | null | undefined): number {
  return text ? [...text].length : 0;
}

/** A complaint where a text is shorter or longer than allowed. */
export function checkLength(what: string, text: string | null | undefined, min: number, max: number): string[] {
  const length = lengthOf(text);
  return length < min || length > max ? [`${what}: ${length} characters, allowed are ${min} to ${max}`] : [];
}

/** The values that occur more than once. */
export function duplicates(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
