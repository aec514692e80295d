import type { AskedKind } from "../../../../src/analysis/rules/questions/asked-rules.ts";
import { tokenize } from "../../../../src/analysis/tokens/tokenizer.ts";
import { askedFor } from "../../../../src/answering/judging/comparing/asked-for.ts";
import { logistic } from "../../../../src/answering/judging/confidence/log-odds.ts";
import { sumOfTrees } from "../../../../src/answering/judging/confidence/trees.ts";
import { fitTrees } from "./boosting.ts";
import type { Example } from "./examples.ts";
import { biasOf, boosting, weightsOf } from "./fit.ts";
import { folds, inFold } from "./folds.ts";
import type { Tried } from "./thresholds.ts";

const kinds: readonly AskedKind[] = [
  "age",
  "money",
  "count",
  "time",
  "place",
  "reason",
  "name",
  "person",
  "definition",
  "which",
  "manner",
  "condition",
  "what",
  "yes-no",
  "nothing",
];
const negation = /(?<!\p{L})(?:nicht|kein\p{L}*|nie|ohne|not|no|never|without|\p{L}+n['’]t)(?!\p{L})/iu;

/** What a question tells without any passage: who writes questions to mislead, writes them in a manner of their own. */
function cuesOf({ question, language }: Example): number[] {
  const tokens = tokenize(question);
  const { kind } = askedFor(question, language);
  return [
    tokens.length,
    question.length,
    negation.test(question) ? 1 : 0,
    tokens.filter((token) => token.kind === "number").length,
    tokens.filter(({ text, start }) => start > 0 && /^\p{Lu}/u.test(text)).length,
    language === "de" ? 1 : 0,
    question.endsWith("?") ? 1 : 0,
    ...kinds.map((one) => (one === kind ? 1 : 0)),
  ];
}

/** How likely a question is answered by its manner alone, out of fold: what the judge must not learn. */
export function tryCues(examples: readonly Example[]): Tried[] {
  const isHere = inFold(examples);
  const weight = weightsOf(examples);
  const rows = examples.map((example, index) => ({
    example,
    row: { x: cuesOf(example), y: example.isRight, weight: weight[index] ?? 0 },
  }));
  const tried: Tried[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const others = rows.filter(({ example }) => !isHere(example, fold)).map(({ row }) => row);
    const bias = biasOf(others);
    const trees = fitTrees(
      others.map((row) => ({ ...row, start: bias })),
      others[0]?.x.map(() => 0) ?? [],
      boosting,
    );
    for (const { example, row } of rows) {
      if (isHere(example, fold)) tried.push({ example, confidence: logistic(bias + sumOfTrees(trees, row.x)) });
    }
  }
  return tried;
}
