import type { Language } from "../../analysis/language.ts";
import { languageByCode } from "../../analysis/languages.ts";

/** What kind of answer a question's wording asks for. */
export interface AskedForm {
  readonly isNumber: boolean;
  readonly isList: boolean;
  /** What has changed, or what a version has. */
  readonly isOfChanges: boolean;
  /** Penalties, transitions, statistics, or when rules come into force. */
  readonly isOfSideProvisions: boolean;
}

/** 2.4, v3. */
const version = /(?<![\p{L}\p{N}])(?:v?\d+\.\d+|v\d+)(?![\p{L}\p{N}])/iu;

export function askedForm(question: string, code: Language["code"]): AskedForm {
  const { questions } = languageByCode(code);
  const isNumber = questions?.asksForNumber.test(question) ?? false;
  return {
    isNumber,
    isList: !isNumber && (questions?.asksForList.test(question) ?? false),
    isOfChanges: (questions?.subjects.asksChange.test(question) ?? false) || version.test(question),
    isOfSideProvisions: questions?.subjects.asksSideProvision.test(question) ?? false,
  };
}
