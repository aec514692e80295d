import * as z from "zod";
import { renderAnswerJson } from "../../../answering/json/answer-json.ts";
import { parseQuestion } from "../../../answering/question.ts";
import { AppError } from "../../../errors.ts";
import { inputLines } from "../../chat/input-lines.ts";
import { defineCommand, limitOption } from "../../command.ts";
import { renderError } from "../../render/error.ts";
import { renderAnswer } from "../../render/passages/answer-text.ts";
import { renderReckoning } from "../../render/reckoning.ts";
import type { ExitCode, Services, TerminalContext } from "../../services.ts";

const schema = z.object({
  json: z.boolean().default(false),
  explain: z.boolean().default(false),
  limit: limitOption,
});

export const askCommand = defineCommand({
  name: "ask",
  summary: "answer questions from the arguments or, one a line, from standard input",
  arguments: { syntax: "[question...]", description: "questions, each in quotes" },
  options: [
    { flags: "--json", description: "write one JSON object a line for each question" },
    { flags: "--explain", description: "show how the confidence comes about, and what each signal adds" },
    {
      flags: "--limit <n>",
      description: "passages for each question, 1 to 100 (default: those of the first 3 that hold their own)",
    },
  ],
  examples: [
    'fundstelle ask "Wer ist Sergej Lawrow?"',
    'fundstelle ask --json --limit 5 "Who met whom?" "Wo war das?"',
    "fundstelle ask --json < questions.txt",
  ],
  schema,
  async run(context, args, options) {
    if (args.length === 0 && context.console.input.isTTY) {
      throw new AppError("usage", "ask was given no question.", 'Put one in quotes: fundstelle ask "Wer …?"');
    }
    const questions = args.length > 0 ? questionsOf(args, options.json) : undefined;
    // What cannot be asked at all need not wait for the index.
    if (questions?.length === 1) parseQuestion(questions[0] ?? "");
    const services = await context.open({ waitForVectors: true });
    try {
      return await askAll(context, services, questions, options);
    } finally {
      await services.close();
    }
  },
});

/** Whoever types a question without quotes means one question; programs mean what they pass. */
function questionsOf(args: readonly string[], isJson: boolean): readonly string[] {
  const isUnquoted = !isJson && args.length > 1 && args.every((argument) => !/\s/.test(argument.trim()));
  return isUnquoted ? [args.join(" ")] : args;
}

/** One bad question does not hide the others: it is named, and the exit code tells. */
async function askAll(
  context: TerminalContext,
  services: Services,
  given: readonly string[] | undefined,
  options: z.infer<typeof schema>,
): Promise<ExitCode> {
  const { console } = context;
  let exitCode: ExitCode = 0;
  let count = 0;
  for await (const question of given ?? inputLines(console.input)) {
    count++;
    try {
      if (count > 1 && !options.json) console.print("");
      console.print(await answerTo(context, services, question, options));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (given?.length === 1) throw error;
      exitCode = exitCode === 1 ? 1 : error.exitCode;
      console.warn(`fundstelle: ${count}: ${renderError(error, context.messages())}`);
    }
  }
  if (count === 0) {
    throw new AppError(
      "question-empty",
      "Standard input holds no question.",
      'Write one a line, or: fundstelle ask "Wer …?"',
    );
  }
  return exitCode;
}

async function answerTo(
  context: TerminalContext,
  { fundstelle }: Services,
  question: string,
  { json, explain, limit }: z.infer<typeof schema>,
): Promise<string> {
  const answer = await fundstelle.ask(question, limit === undefined ? {} : { limit });
  if (json) return renderAnswerJson(answer);
  const messages = context.messages(answer.language);
  const rendered = renderAnswer(answer, messages, context.console.style);
  return explain ? `${rendered}\n\n${renderReckoning(answer, messages)}` : rendered;
}
