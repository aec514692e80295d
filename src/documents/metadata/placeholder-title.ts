import { alternatives } from "../language-rules.ts";
import { isTemplateField } from "./authors.ts";

const placeholders = new RegExp(
  `^\\W*(?:word|excel|powerpoint|pdf|null|undefined|lorem ipsum|${alternatives(({ placeholders }) => placeholders?.titles)})\\W*$`,
  "iu",
);
const fileNames =
  /^microsoft (?:word|powerpoint|excel) - .*$|\.(?:docx?|indd|qxd|tex|dvi|odt|rtf|pptx?|xlsx?|pdf|html?|md|txt|pages|key)$/iu;

/** Whether a title is what programs write where nobody gave one. */
export function isPlaceholderTitle(title: string): boolean {
  return (
    isTemplateField(title.trim()) || !/[\p{L}\p{N}]/u.test(title) || placeholders.test(title) || fileNames.test(title)
  );
}
