import type { Language } from "../../analysis/language.ts";
import { languageByCode } from "../../analysis/languages.ts";

/** What kind of answer a question's wording asks for: a number, several things, or neither. */
export interface AskedForm {
  readonly isNumber: boolean;
  readonly isList: boolean;
}

export function askedForm(question: string, code: Language["code"]): AskedForm {
  const { questions } = languageByCode(code);
  const isNumber = questions?.asksForNumber.test(question) ?? false;
  return { isNumber, isList: !isNumber && (questions?.asksForList.test(question) ?? false) };
}
