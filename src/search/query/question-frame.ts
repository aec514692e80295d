import type { Language } from "../../analysis/language.ts";

/** Begins what is asked for; the same words lead up to nothing where a noun follows ("Do you know Kim?"). */
const asksEnglish = "(?=(?:if|whether|wh\\p{L}+|how|in which|in what)\\s)";
const asksGerman =
  "(?=(?:ob|w(?:er|e[mn]|essen|as|ann|arum|eshalb|ieso|ie|ieviele?|o\\p{L}*|elche\\p{L}*)|(?:in|an|bei|von|mit) w\\p{L}+)\\s)";
const please = "(?:(?:bitte|mal|doch|kurz|einmal)\\s*,?\\s+)*";

/** How people lead up to what they want to know. */
const frames: Readonly<Record<string, readonly RegExp[]>> = {
  de: [
    `(?:wei(?:ß|ss)t du|wei(?:ß|ss) jemand|wisst ihr|wissen sie|(?:hast du|haben sie) eine ahnung)(?:\\s+(?:vielleicht|zufällig|eigentlich))?\\s*,?\\s+${asksGerman}`,
    `(?:kannst du|könnt ihr|könntest du|können sie|könnten sie|würden sie|würdest du|kann mir jemand)\\s+(?:(?:mir|uns)\\s+)?${please}(?:sagen|verraten|erklären|erzählen)\\s*,?\\s+${asksGerman}`,
    `ich\\s+(?:möchte|will|wollte|würde)\\s+(?:(?:gerne?|mal|bitte)\\s+)*(?:wissen|erfahren)\\s*,?\\s+${asksGerman}`,
    `(?:nenne?|nennt|erkläre?|beschreibe?|zeige?|erzähle?|verrate|(?:nennen|erklären|beschreiben|zeigen|erzählen|verraten)\\s+sie(?!.*\\?))\\s+${please}(?:(?:mir|uns)\\s*,?\\s+)?${please}(?=\\p{L})`,
  ].map(startingWith),
  en: [
    `(?:(?:do|does|would|did)\\s+(?:you|anyone|anybody)\\s+(?:happen to\\s+)?know|(?:do you have |have you )?any\\s+idea|(?:i|we)(?:['’]d|\\s+would)\\s+(?:like|love)\\s+to\\s+know|(?:i|we)\\s+(?:want|need|wanted)\\s+to\\s+know|i(?:['’]m|\\s+am)\\s+wondering|i\\s+wonder)\\s*,?\\s+${asksEnglish}`,
    "(?:please\\s+)?(?:(?:can|could|would|will)\\s+you\\s+(?:please\\s+)?)?(?:(?:name|list|explain|describe)(?:\\s+to\\s+(?:me|us))?|(?:give|show|tell)\\s+(?:me|us))\\s*,?\\s+(?!of\\s)(?=\\p{L})",
  ].map(startingWith),
};

function startingWith(pattern: string): RegExp {
  return new RegExp(`^${pattern}`, "isu");
}

/**
 * Where what a question asks for begins: behind "Can you tell me", "Weißt du, ob", "Nenne".
 * @returns a place in UTF-16 code units; 0 where nothing leads up to it
 */
export function frameEnd(question: string, language: Language["code"]): number {
  for (const frame of frames[language] ?? []) {
    const found = frame.exec(question);
    if (found !== null) return found[0].length;
  }
  return 0;
}
