import { languages } from "../../../analysis/languages.ts";
import type { Comparison } from "../comparing/comparison.ts";
import type { EvidenceKind } from "./evidence-kind.ts";

/** "What is the default of X": whether the attribute itself is spoken of; ½ where the question has none. */
export const attributeNamed: EvidenceKind<"attributeNamed"> = {
  name: "attributeNamed",
  speaks: "for",
  isMismatch: false,
  value: (comparison) => {
    const word = attributeOf(comparison);
    return word === undefined ? 0.5 : (comparison.near[word] ?? 0);
  },
};

function asksForAttribute(text: string): boolean {
  return languages.some(({ questions }) => questions?.asksForAttribute.test(text) === true);
}

function attributeOf({ question: { text, words } }: Comparison): number | undefined {
  if (words.length < 2 || !asksForAttribute(text)) return undefined;
  const named = words.map((_, index) => index).filter((index) => words[index]?.number === undefined);
  const [first] = named.sort((a, b) => (words[a]?.token.start ?? 0) - (words[b]?.token.start ?? 0));
  return first;
}
