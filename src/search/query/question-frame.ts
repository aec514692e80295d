import type { Language } from "../../analysis/language.ts";
import { languageByCode } from "../../analysis/languages.ts";

/**
 * Where what a question asks for begins: behind "Can you tell me", "Weißt du, ob", "Nenne".
 * @returns a place in UTF-16 code units; 0 where nothing leads up to it
 */
export function frameEnd(question: string, code: Language["code"]): number {
  for (const frame of languageByCode(code).questions?.frames ?? []) {
    const found = frame.exec(question);
    if (found !== null) return found[0].length;
  }
  return 0;
}
