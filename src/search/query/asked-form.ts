import type { Language } from "../../analysis/language.ts";

/** The form that an answer has where a question's wording tells: a number, several things, or neither. */
export interface AskedForm {
  readonly isNumber: boolean;
  readonly isList: boolean;
}

/** "wie hoch", "Frist", "ab wann", "how many cores", "which port". */
const numbers: Readonly<Record<string, RegExp>> = {
  de: /(?<!\p{L})(?:wie\s*viele?[nmrs]?|wie (?:hoch|gro(?:ß|ss)|lange?|weit|oft|teuer|schwer|leicht|alt|schnell|häufig|tief|breit|dick|warm|hei(?:ß|ss)|kalt|spät|früh|stark)|(?:ab|bis|seit|von)? ?wann|was kostet|was kosten|was wiegt|kostet|kosten|preis|gebühr(?:en)?|frist(?:en)?|dauert|wiegt|mindestens|höchstens|maximal|minimal|grenzwert|(?:welche[rmns]?|an welchem|zu welche[rm]) (?:höhe|anzahl|menge|frist|zeit|uhrzeit|jahr|datum|tag|port|version|größe|temperatur|nummer|telefonnummer|dauer|betrag|preis|prozentsatz|quote|abstand|länge|gewicht|alter))(?!\p{L})/iu,
  en: /(?<!\p{L})(?:how (?:many|much|high|large|big|small|long|far|often|old|tall|fast|deep|wide|heavy|soon|late|early|frequently)|costs?|price|fee|deadline|minimum|maximum|at least|at most|percentage|(?:what|which) (?:size|port|number|time|year|date|day|version|age|amount|temperature|distance|length|weight|percentage))(?!\p{L})|^\W*(?:since |until |by |from )?when(?!\p{L})/iu,
};

/** "was muss alles", "welche Gründe", "which kinds of", "what do I need". */
const lists: Readonly<Record<string, RegExp>> = {
  de: /(?<!\p{L})(?:(?:was|wer|wo|wen|womit|wofür|welche)(?!\p{L}).{0,60}(?<!\p{L})alles|was (?:brauche?|braucht|benötige?|benötigt|benötigen|gehört|gehören|zählt|zählen|umfasst|enthält|beinhaltet)|was (?:muss|müssen|soll|sollte|darf|dürfen|kann|können)(?= (?:ich|man|wir|in|auf|an|bei|zu|zur|zum|rein|mit))|(?:in|an|bei|zu|aus|mit|für|unter) welche[nr] (?:\p{L}+(?:en|ern|eln|n|s))|welche (?!version|frist|höhe|anzahl|menge|zeit|uhrzeit|größe|nummer|dauer|rolle|person|firma|stelle|art(?!en)|datei|sprache|adresse|farbe|stadt|temperatur)\p{L}+(?:e|en|er|n|s)(?!\p{L})|nenne?|zähle?|aufzählen|auflisten|liste|schritte|arten von|möglichkeiten)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:which (?!version|port|address|process|class|status|business)\p{L}+(?:s|ies)(?<!ss)(?!\p{L})|what are|what (?:kinds?|types?|sorts?|steps?|options|ways|reasons)|list(?: of| all)?|name (?:all|the|some)|what (?:all )?(?:do|does|should|must|can|could|would|need)(?!\p{L})(?=.{0,60}(?<!\p{L})(?:need|needs|bring|check|include|contain|require|requires|have to|do|prepare|choose|use|provide|offer|support)(?!\p{L}))|what has to|steps|requirements|examples of|types of|kinds of)(?!\p{L})/iu,
};

export function askedForm(question: string, language: Language["code"]): AskedForm {
  const isNumber = numbers[language]?.test(question) ?? false;
  return { isNumber, isList: !isNumber && (lists[language]?.test(question) ?? false) };
}
