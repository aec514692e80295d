/**
 * From a file in SQuAD's format to documents and judged questions:
 * `npm run convert-squad -- FILE --to DIR [--language de|en] [--translation FILE]`.
 * XQuAD's xquad.de.json with xquad.en.json as its translation gives the questions of both languages over the German paragraphs.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { AppError, describeError } from "../../src/errors.ts";
import { convertSquad, parseSquad, type Squad } from "../../src/evaluation/squad.ts";

const usage = "npm run convert-squad -- FILE --to DIR [--language de|en] [--translation FILE]";

function readSquad(file: string): Squad {
  let content: string;
  try {
    content = readFileSync(file, "utf8");
  } catch (cause) {
    throw new AppError("file-unreadable", `${file} cannot be read: ${describeError(cause)}`, "Check the path.", {
      cause,
    });
  }
  return parseSquad(content, file);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { to: { type: "string" }, language: { type: "string" }, translation: { type: "string" } },
    });
    return z
      .object({
        file: z.string(),
        to: z.string(),
        language: z.enum(["de", "en"]).default("de"),
        translation: z.string().optional(),
      })
      .parse({ file: positionals[0], ...values });
  } catch (cause) {
    throw new AppError("usage", "A file and a folder to write to are needed.", `Run: ${usage}`, { cause });
  }
}

function convert(): void {
  const { file, to, language, translation } = readArguments();
  const { documents, judgments, unmatched } = convertSquad(
    readSquad(file),
    language,
    translation === undefined
      ? undefined
      : { squad: readSquad(translation), language: language === "de" ? "en" : "de" },
  );
  const folder = join(to, "documents");
  const judgmentsFile = join(to, "judgments.jsonl");
  mkdirSync(folder, { recursive: true });
  for (const document of documents) writeFileSync(join(folder, document.file), document.text);
  writeFileSync(judgmentsFile, judgments.map((judgment) => `${JSON.stringify(judgment)}\n`).join(""));
  if (unmatched.length > 0)
    process.stderr.write(`${unmatched.length} questions of the translation have no counterpart.\n`);
  process.stdout.write(
    `${judgments.length} questions on ${documents.length} documents. Now:\n` +
      `npm run evaluate -- --seeds ${folder} --judgments ${judgmentsFile} --unit paragraph\n`,
  );
}

try {
  convert();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.message} ${error.remedy}\n`);
  process.exitCode = error.exitCode;
}
