import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { mergeTranslations, parseDing } from "../analysis/lexicon/building/ding.ts";
import { type CompiledLexicon, emptyLexicon, formatCompiled, parseCompiled } from "../analysis/lexicon/compiled.ts";
import { readLexicon } from "../analysis/lexicon/read-lexicon.ts";
import { AppError } from "../errors.ts";
import { createFileWriter } from "../search/storage/file-writing.ts";

/**
 * The program's lexicon, with what a person has imported from elsewhere.
 * @param file as `importLexicon` writes it; where there is none, nothing is added
 * @throws AppError `lexicon-invalid`
 */
export function readWholeLexicon(file: string): CompiledLexicon {
  const text = readWhereThere(file);
  if (text === undefined) return readLexicon();
  try {
    return mergeTranslations(readLexicon(), parseCompiled(text).translations);
  } catch (cause) {
    throw new AppError(
      "lexicon-invalid",
      `${file} is not a lexicon that was imported here.`,
      "Correct LEXICON_FILE, or import the file again with: fundstelle lexicon import FILE",
      { cause },
    );
  }
}

/**
 * Makes translations out of Ding's word list, on the machine of a person who accepts its licence.
 * @param from a file in the form of Ding's `de-en.txt`
 * @param to where the translations go; what was there is replaced
 * @returns how many English words and German words they translate
 * @throws AppError `file-unreadable`, `lexicon-invalid`, `disk-failed`
 */
export async function importLexicon(from: string, to: string): Promise<{ english: number; german: number }> {
  const translations = parseDing((await readList(from)).split(/\r?\n/));
  const english = [...translations.en.entries()].length;
  const german = [...translations.de.entries()].length;
  if (english === 0) {
    throw new AppError(
      "lexicon-invalid",
      `${from} has no line of the form "German :: English".`,
      "Name the file de-en.txt of Ding (in Debian: package trans-de-en, file /usr/share/trans/de-en).",
    );
  }
  const files = createFileWriter();
  await files.makeFolder(dirname(to));
  await files.replace(to, [Buffer.from(formatCompiled({ ...emptyLexicon(), translations }))]);
  return { english, german };
}

async function readList(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new AppError("file-unreadable", `${file} cannot be read.`, "Check the name and the permissions.", { cause });
  }
}

function readWhereThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw new AppError(
      "lexicon-invalid",
      `${file} cannot be read.`,
      "Check its permissions, or correct LEXICON_FILE.",
      { cause },
    );
  }
}
