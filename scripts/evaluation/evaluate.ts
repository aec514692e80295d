/**
 * How good the answers are, on judged questions: `npm run evaluate -- --judgments FILE --seeds DIR [--unit paragraph]
 * [--remove article|paragraph] [--without LIST] [--lexicon FILE] [--sample N] [--json]`.
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { lexiconLists } from "../../src/analysis/lexicon/lexicon.ts";
import { withoutUmlauts, withTypingErrors } from "../../src/evaluation/perturb.ts";
import { makeReport, renderReport } from "../../src/evaluation/report.ts";
import {
  evaluateOn,
  evaluateWithoutArticle,
  evaluateWithoutParagraph,
  readForEvaluation,
  readJudgments,
} from "./evaluation-setup.ts";

const { values } = parseArgs({
  options: {
    judgments: { type: "string", default: "tests/judgments/seeds.jsonl" },
    seeds: { type: "string", default: "seeds" },
    unit: { type: "string", default: "passage" },
    remove: { type: "string" },
    without: { type: "string", default: "" },
    lexicon: { type: "string" },
    perturb: { type: "string", default: "none" },
    language: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const options = z
  .object({
    judgments: z.string(),
    seeds: z.string(),
    unit: z.enum(["passage", "paragraph"]),
    remove: z.enum(["article", "paragraph"]).optional(),
    without: z.string().transform((list) => z.array(z.enum(lexiconLists)).parse(list === "" ? [] : list.split(","))),
    lexicon: z.string().optional(),
    perturb: z.enum(["none", "typing-errors", "umlauts-written-out", "umlauts-dropped"]),
    language: z.enum(["de", "en"]).optional(),
    json: z.boolean(),
  })
  .parse(values);

const perturbations = {
  none: (question: string) => question,
  "typing-errors": withTypingErrors(2),
  "umlauts-written-out": withoutUmlauts("written-out"),
  "umlauts-dropped": withoutUmlauts("dropped"),
};
const judgments = readJudgments(options.judgments)
  .filter(({ lang }) => options.language === undefined || lang === options.language)
  .map((judgment) => ({ ...judgment, question: perturbations[options.perturb](judgment.question) }));
const collection = await readForEvaluation(options.seeds, options.without, options.lexicon);
const started = performance.now();
const outcomes =
  options.remove === "article"
    ? await evaluateWithoutArticle(collection, judgments, options.unit)
    : options.remove === "paragraph"
      ? await evaluateWithoutParagraph(collection, judgments, options.unit)
      : await evaluateOn(collection, judgments, options.unit);
const report = makeReport(outcomes);
process.stdout.write(
  options.json
    ? `${JSON.stringify(report)}\n`
    : `${judgments.length} questions on ${collection.documents.length} documents, ${((performance.now() - started) / 1000).toFixed(1)} s\n\n${renderReport(report)}\n`,
);
