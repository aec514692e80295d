/**
 * Writes the figures of docs/QUALITY.md, between its marks: `npm run quality`. Each table is what the command above it
 * prints; what was fitted is told out of fold. Takes an hour; `--only PATTERN` writes those sections alone whose title has
 * the pattern, and leaves the others as they are.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const file = "docs/QUALITY.md";
const begin = "<!-- figures: written by npm run quality -->";
const end = "<!-- end of figures -->";
const xquad = ["--judgments", "../shared/gold/xquad.jsonl", "--seeds", "../shared/gold/xquad", "--unit", "paragraph"];

interface Section {
  readonly title: string;
  readonly script: "evaluate" | "evaluate:exactly" | "tune" | "lexicon:coverage";
  readonly args: readonly string[];
  /** Lines that are kept; all where absent. */
  readonly keep?: RegExp;
  readonly needsXquad?: boolean;
}

const ranking = /^(?:ranking|de |en |de, |en, )/;
const sections: readonly Section[] = [
  { title: "The owner's documents, first set of judgments", script: "evaluate", args: [] },
  {
    title: "The owner's documents, second set (harder on purpose: colloquial paraphrases)",
    script: "evaluate",
    args: ["--judgments", "tests/judgments/seeds-second.jsonl"],
  },
  {
    title: "XQuAD, German and English questions over German paragraphs",
    script: "evaluate",
    args: xquad,
    needsXquad: true,
  },
  ...(["typing-errors", "umlauts-written-out", "umlauts-dropped"] as const).map(
    (perturbation): Section => ({
      title: `XQuAD, German, ${perturbation}`,
      script: "evaluate",
      args: [...xquad, "--language", "de", "--perturb", perturbation],
      keep: ranking,
      needsXquad: true,
    }),
  ),
  {
    title: "XQuAD, the article removed: every answer is a false one",
    script: "evaluate",
    args: [...xquad, "--remove", "article"],
    keep: /^(?:answering|not answerable)/,
    needsXquad: true,
  },
  {
    title: "Ranking by set, and on six real collections by difficulty",
    script: "tune",
    args: ["ranking", "--dry-run", "--rounds", "0", "--every", "7"],
  },
  {
    title: "What each part of the ranking is worth",
    script: "tune",
    args: ["ranking", "--dry-run", "--rounds", "0", "--every", "7", "--ablation"],
    keep: /^(?:without a part|.*seeds +[-+0])/,
  },
  {
    title: "Ranking with sections of up to 500 characters as passages",
    script: "tune",
    args: ["ranking", "--dry-run", "--rounds", "0", "--every", "7", "--sections", "500"],
  },
  {
    title: "Ranking settings, out of fold (each collection with settings that were chosen on the others)",
    script: "tune",
    args: ["ranking", "--dry-run", "--rounds", "1", "--every", "16"],
    keep: /^(?!round )/,
  },
  {
    title:
      "Confidence and judge, out of fold (whole collections and articles left out), and what each kind of evidence is worth",
    script: "tune",
    args: ["answering", "--dry-run", "--ablation"],
    keep: /^(?!.*: \d+ questions$)/,
  },
  ...(["family", "synonym", "role", "narrower,broader", "form", "frequency"] as const).flatMap((list): Section[] => [
    {
      title: `Seeds without the list: ${list}`,
      script: "evaluate",
      args: ["--without", list],
      keep: /^(?:ranking|de {3}|en {3})/,
    },
    {
      title: `XQuAD without the list: ${list}`,
      script: "evaluate",
      args: [...xquad, "--without", list],
      keep: /^(?:ranking|de {3}|en {3})/,
      needsXquad: true,
    },
  ]),
  { title: "English words that the lexicon translates", script: "lexicon:coverage", args: [] },
  {
    title: "What is asked to the letter, two hundred made-up values a kind",
    script: "evaluate:exactly",
    args: ["--rounds", "25"],
  },
];

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
const isWanted = (title: string): boolean => title.toLowerCase().includes(values.only.toLowerCase());

const page = readFileSync(file, "utf8");
const [before, rest] = page.split(begin);
const [written, after] = rest?.split(end) ?? [];
if (before === undefined || written === undefined || after === undefined)
  throw new Error(`${file} has lost its marks.`);

/** The sections that are there, by their titles. */
const known = new Map(
  written.split(/^### /mu).flatMap((block): [string, string][] => {
    const [title = ""] = block.split("\n");
    return title.trim() === "" ? [] : [[title.trim(), `### ${block.trim()}`]];
  }),
);

const hasXquad = existsSync("../shared/gold/xquad.jsonl");
const blocks = sections.flatMap((section): string[] => {
  if (section.needsXquad === true && !hasXquad) return [];
  if (isWanted(section.title)) return [measured(section)];
  const block = known.get(section.title);
  return block === undefined ? [] : [block];
});
writeFileSync(file, `${before}${begin}\n\n${blocks.join("\n\n")}\n\n${end}${after}`);

function measured({ title, script, args, keep }: Section): string {
  process.stderr.write(`${title}\n`);
  const command = `npm run ${script}${args.length === 0 ? "" : ` -- ${args.join(" ")}`}`;
  const output = execFileSync("npm", ["run", "-s", script, "--", ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const lines = output
    .trimEnd()
    .split("\n")
    .filter((line) => keep === undefined || keep.test(line));
  return `### ${title}\n\n    ${command}\n\n${["```", ...lines, "```"].join("\n")}`;
}
