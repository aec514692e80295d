const german =
  /^(?:bitte\s+)?(?:nenn|zähl|liste)\p{L}*\s|^(?:was|wer|welche(?:s)?)\s+(?:sind|waren)\s|^welche\s+(?:\p{L}+\s+)*?\p{L}+(?:en|er|s)\s+(?:sind|waren|haben|hatten|gibt\s+es|gab\s+es|werden|wurden)(?!\p{L})|(?<!\p{L})(?:alle|sämtliche)\s+\p{L}+(?:en|er|s)(?!\p{L})/iu;
const english =
  /^(?:please\s+)?(?:list|name|enumerate)\s|^(?:what|who|which)\s+(?:are|were)\s|^(?:which|what)\s+(?:\p{L}+\s+)*?\p{L}+s\s+(?:are|were|have|had|do|did)\s|(?<!\p{L})all\s+(?:the\s+)?\p{L}+s(?!\p{L})/iu;

/** Whether a question asks for several things, which may stand in several passages: "Welche Länder haben …?", "List the …". */
export function asksForSeveral(question: string): boolean {
  const text = question.trim();
  return german.test(text) || english.test(text);
}
