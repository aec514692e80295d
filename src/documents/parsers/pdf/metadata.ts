import * as z from "zod";
import { oneLine } from "../extracted-document.ts";
import { languageOf } from "../language-tag.ts";
import type { FoundMetadata } from "../parser.ts";
import { statedDate } from "../stated-date.ts";

const words = z.string().optional().catch(undefined);
const infoSchema = z
  .object({ Title: words, Author: words, CreationDate: words, Language: words })
  .catch({ Title: undefined, Author: undefined, CreationDate: undefined, Language: undefined });

/** What programs write where no one gave a title or a name. */
const noTitle =
  /^(?:untitled|unbenannt|ohne titel|document\d*|dokument\d*|microsoft (?:word|powerpoint) - .*)$|\.(?:docx?|indd|qxd|tex|dvi|odt|rtf|pptx?|pdf|html?)$/iu;
const noAuthor = /^(?:user|admin(?:istrator)?|unknown|root|owner|author|anonymous|benutzer)$/iu;

/** What a PDF file's information dictionary says: title, author, language, and the day on which the file was made. */
export function readPdfMetadata(info: unknown): FoundMetadata {
  const { Title, Author, CreationDate, Language } = infoSchema.parse(info);
  const title = oneLine(Title);
  const author = oneLine(Author);
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(CreationDate ?? "") ?? [];
  const published = year === undefined ? undefined : statedDate(`${year}-${month}-${day}`);
  const language = languageOf(Language);
  return {
    ...(title === undefined || noTitle.test(title) ? {} : { title }),
    ...(author === undefined || noAuthor.test(author) ? {} : { author }),
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
  };
}
