import { plainWords } from "./plain-words.ts";

/** The language that a greeting or a thank-you is in, where it is of one language alone. */
export function languageOfSmallTalk(text: string): "de" | "en" | undefined {
  const words = plainWords(text);
  if (
    /(?<!\p{L})(?:hallo|moin|servus|tach|gruss|gruezi|guten|gute|danke\p{L}*|dank|bitte|hilfe|hilf|tschuss|genau|stimmt|ja|nein|was kannst du|wer bist du)(?!\p{L})/u.test(
      words,
    )
  )
    return "de";
  if (
    /(?<!\p{L})(?:hello|good|thanks|thank you|thx|please|help me|what can you do|who are you|yes|great)(?!\p{L})/u.test(
      words,
    )
  )
    return "en";
  return undefined;
}
