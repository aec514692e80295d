const questionStart =
  /^(?:wer|wem|wen|wessen|was|wann|wo|wohin|woher|wovon|womit|worüber|wofür|wogegen|warum|weshalb|wieso|weswegen|wozu|wie|wieviele?|welche[mnrs]?|seit wann|who|whom|whose|what|when|where|why|how|which|since when)(?!\p{L})/iu;
const link = /https?:\/\/\S+/giu;

/** Whether a text asks: it has a question mark, or begins as a question does and does not end as a statement. */
export function isQuestion(text: string): boolean {
  const plain = text.replace(link, " ").trim();
  if (plain.includes("?") || plain.includes("？")) return /[\p{L}\p{N}]/u.test(plain);
  return questionStart.test(plain) && plain.split(/\s+/u).length >= 3 && !/[.!…:,;]$/u.test(plain);
}
