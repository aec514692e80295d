import { describe, expect, it } from "vitest";
import { analyze } from "../../../../src/analysis/analyze.ts";
import { phrasalVerbs } from "../../../../src/analysis/english/questions/phrasal-verbs.ts";
import { languageByCode } from "../../../../src/analysis/languages.ts";
import { createLexicon } from "../../../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../../../src/analysis/lexicon/read-lexicon.ts";

const lexicon = createLexicon(readLexicon());

function verbsOf(question: string): string[] {
  const words = analyze(question, languageByCode("en"));
  return [...phrasalVerbs(question, words, lexicon)].map(([verb, particle]) => `${verb.text} ${particle.text}`);
}

describe("English verbs whose particle stands behind the object", () => {
  it.each([
    ["Who called the meeting off?", "called off"],
    ["who turned the offer down in 2019", "turned down"],
    ["Did the rebels give their weapons up, or not?", "give up"],
    ["Who handed the keys out and left?", "handed out"],
  ])("are put together: %s", (question, verb) => {
    expect(verbsOf(question)).toEqual([verb]);
  });

  it.each(["Which meeting was called off?", "Who went up the river?", "Which house did he look at?", "What is up?"])(
    "are no others: %s",
    (question) => {
      expect(verbsOf(question)).toEqual([]);
    },
  );
});
