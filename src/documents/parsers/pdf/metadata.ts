import * as z from "zod";
import { defined } from "../../../defined.ts";
import { parseMakers } from "../../metadata/authors.ts";
import { isPlaceholderTitle } from "../../metadata/placeholder-title.ts";
import { wordsOnOneLine } from "../extracted-document.ts";
import { parseLanguageTag } from "../language-tag.ts";
import type { FoundMetadata } from "../parser.ts";

const words = z.string().optional().catch(undefined);
const infoSchema = z
  .object({ Title: words, Author: words, Language: words })
  .catch({ Title: undefined, Author: undefined, Language: undefined });

/** What a PDF file's information dictionary says: title, authors and language. The day on which the file was made is no date of publication. */
export function readPdfMetadata(info: unknown): FoundMetadata {
  const { Title, Author, Language } = infoSchema.parse(info);
  const title = wordsOnOneLine(Title);
  const authors = parseMakers([Author]);
  const assumedLanguage = parseLanguageTag(Language);
  return {
    ...(title === undefined || isPlaceholderTitle(title) ? {} : { title }),
    ...(authors.length === 0 ? {} : { authors }),
    ...defined({ assumedLanguage }),
  };
}
