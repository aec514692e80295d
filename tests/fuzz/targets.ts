import fc from "fast-check";
import { parseCitation } from "../../src/answering/citing/citation.ts";
import type { Settings } from "../../src/config/settings.ts";
import { parseSettings } from "../../src/config.ts";
import { statementsIn } from "../../src/discord/actions/statements.ts";
import { components } from "../../src/discord/components/components.ts";
import { splitCustomId } from "../../src/discord/custom-ids/custom-id.ts";
import * as ids from "../../src/discord/custom-ids/ids.ts";
import { addressOf } from "../../src/discord/messages/addressing.ts";
import { fitsMessage, toQuestion } from "../../src/discord/messages/text/question-text.ts";
import { escapeText, inlineCode } from "../../src/discord/render/text/escape.ts";
import { parseSources } from "../../src/documents/metadata/sources-file.ts";
import { passagesOf } from "../../src/documents/passages/passages.ts";
import { createDocument } from "../../src/documents/read-document.ts";
import { AppError } from "../../src/errors.ts";
import { sanitize } from "../../src/terminal/text/sanitize.ts";
import { askIsland } from "../answering/island.ts";
import { checkAnswer, hostileAnswer } from "./answers.ts";
import { hostileCitation, hostileCustomId, hostileFile, hostileJson, hostileText } from "./hostile.ts";

/** Nothing may take longer, whatever it is given. */
export const slowestMs = 1000;

/** Something that reads what strangers write, with what strangers may write. */
export interface FuzzTarget {
  readonly name: string;
  /** @throws where a property is broken; AppError is an answer */
  check(random: { readonly seed: number; readonly runs: number; readonly endAfterMs: number }): Promise<void>;
}

function target<T>(name: string, arbitrary: fc.Arbitrary<T>, run: (input: T) => unknown): FuzzTarget {
  return {
    name,
    check: async ({ seed, runs, endAfterMs }) => {
      const property = fc.asyncProperty(arbitrary, (input) => inTime(name, () => run(input)));
      // However busy the machine is, one is tried: a run that ends before the first has told nothing.
      await fc.assert(property, { seed, numRuns: 1 });
      const limits = { interruptAfterTimeLimit: endAfterMs, markInterruptAsFailure: false };
      const result = await fc.check(property, { seed, numRuns: runs, ...limits });
      // Without an example the time was over before the second one.
      if (result.failed && result.counterexample !== null) throw new Error(fc.defaultReportMessage(result));
    },
  };
}

const tries = 3;

/** Whatever takes too long is tried again: a machine that is busy is not slow each time. */
export async function inTime(name: string, run: () => unknown): Promise<void> {
  let tookMs = 0;
  for (let time = 0; time < tries; time++) {
    tookMs = await timeOf(run);
    if (tookMs <= slowestMs) return;
  }
  throw new Error(`${name} took ${Math.round(tookMs)} ms`);
}

/** Milliseconds that passed, or that were worked where that is less: other programs may have had the machine meanwhile. */
async function timeOf(run: () => unknown): Promise<number> {
  const startedAt = performance.now();
  const usedBefore = process.cpuUsage();
  try {
    await run();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  const { user, system } = process.cpuUsage(usedBefore);
  return Math.min(performance.now() - startedAt, (user + system) / 1000);
}

const botId = "100000000000000001";
const settings: Settings = parseSettings({});
const kinds = new Set(components.map(({ kind }) => kind));

export const fuzzTargets: readonly FuzzTarget[] = [
  target("documents", hostileFile, async ({ name, bytes }) => {
    const document = await createDocument(bytes, name, { key: "k", detectLanguage: () => settings.defaultLocale });
    let end = 0;
    for (const passage of passagesOf(document)) {
      if (passage.range.start < end || passage.range.end > document.canonicalText.length)
        throw new Error("Passages overlap or reach beyond the text");
      end = passage.range.end;
    }
  }),
  target("questions", hostileText, async (text) => {
    const question = toQuestion(text);
    fitsMessage(question);
    await askIsland(question);
  }),
  target("answers", hostileAnswer, checkAnswer),
  target("messages", hostileText, (content) => {
    statementsIn(content, "de");
    for (const text of [content, `<@${botId}> ${content}`]) {
      const address = addressOf({
        botId,
        isAuthorBot: false,
        mentionsOwnRole: false,
        isWritten: true,
        place: "channel",
        isOurThread: false,
        content: text,
        mentionsOthers: false,
        repliesTo: "nobody",
        isAskChannel: true,
      });
      if (address.kind === "asked" && address.question.trim() === "") throw new Error("An empty question");
    }
  }),
  target("custom ids", hostileCustomId, (text) => {
    const split = splitCustomId(text);
    if (split === undefined || !kinds.has(split.kind)) return;
    for (const id of Object.values(ids)) if (id.kind === split.kind) id.decode(split.fields);
  }),
  target("citations", hostileCitation, (text) => {
    const reference = parseCitation(text);
    if (reference !== undefined && /[/\\\p{Cc}]/u.test(reference.documentKey)) throw new Error("A key that is a path");
  }),
  target("sources.json", hostileJson, (json) => {
    for (const file of parseSources(json).keys())
      if (file.startsWith("/") || file.split("/").includes("..")) throw new Error(`A path out of the folder: ${file}`);
  }),
  target("what is shown", hostileText, (text) => {
    if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(sanitize(text)))
      throw new Error("A control character in the terminal");
    const shown = escapeText(text);
    if (/(?<!\\)@(?:everyone|here)\b/.test(shown) || /(?<!\\)<@\d/.test(shown)) throw new Error("A mention");
    if (inlineCode(text).slice(1, -1).includes("`")) throw new Error("Code that ends early");
  }),
];
