import { framesOf } from "../../rules/questions/question-frames.ts";
import type { QuestionRules } from "../../rules/questions/question-rules.ts";
import { germanAnswerTypes, germanAsked } from "./asked.ts";
import { germanFollowUps } from "./follow-ups.ts";
import { germanMessages } from "./messages.ts";
import { germanOverviews } from "./overviews.ts";
import { separatedVerbs } from "./separated-verbs.ts";
import { germanSides } from "./sides.ts";
import { germanSubjects } from "./subjects.ts";
import { tellingCapitals } from "./telling-capitals.ts";

/** Begins what is asked for; the same words lead up to nothing where a noun follows ("Kennst du Kim?"). */
const asks =
  "(?=(?:ob|w(?:er|e[mn]|essen|as|ann|arum|eshalb|ieso|ie|ieviele?|o\\p{L}*|elche\\p{L}*)|(?:in|an|bei|von|mit) w\\p{L}+)\\s)";
const please = "(?:(?:bitte|mal|doch|kurz|einmal)\\s*,?\\s+)*";

const frames = framesOf([
  `(?:wei(?:ß|ss)t du|wei(?:ß|ss) jemand|wisst ihr|wissen sie|(?:hast du|haben sie) eine ahnung)(?:\\s+(?:vielleicht|zufällig|eigentlich))?\\s*,?\\s+${asks}`,
  `(?:kannst du|könnt ihr|könntest du|können sie|könnten sie|würden sie|würdest du|kann mir jemand)\\s+(?:(?:mir|uns)\\s+)?${please}(?:sagen|verraten|erklären|erzählen)\\s*,?\\s+${asks}`,
  `ich\\s+(?:möchte|will|wollte|würde)\\s+(?:(?:gerne?|mal|bitte)\\s+)*(?:wissen|erfahren)\\s*,?\\s+${asks}`,
  `(?:nenne?|nennt|erkläre?|beschreibe?|zeige?|erzähle?|verrate|(?:nennen|erklären|beschreiben|zeigen|erzählen|verraten)\\s+sie(?!.*\\?))\\s+${please}(?:(?:mir|uns)\\s*,?\\s+)?${please}(?=\\p{L})`,
]);

/** "wie hoch", "Frist", "ab wann". */
const asksForNumber =
  /(?<!\p{L})(?:wie\s*viele?[nmrs]?|wie (?:hoch|gro(?:ß|ss)|lange?|weit|oft|teuer|schwer|leicht|alt|schnell|häufig|tief|breit|dick|warm|hei(?:ß|ss)|kalt|spät|früh|stark)|(?:ab|bis|seit|von)? ?wann|was kostet|was kosten|was wiegt|kostet|kosten|preis|gebühr(?:en)?|frist(?:en)?|dauert|wiegt|mindestens|höchstens|maximal|minimal|grenzwert|(?:welche[rmns]?|an welchem|zu welche[rm]) (?:höhe|anzahl|menge|frist|zeit|uhrzeit|jahr|datum|tag|port|version|größe|temperatur|nummer|telefonnummer|dauer|betrag|preis|prozentsatz|quote|abstand|länge|gewicht|alter))(?!\p{L})/iu;

/** "was muss alles", "welche Gründe". */
const asksForList =
  /(?<!\p{L})(?:(?:was|wer|wo|wen|womit|wofür|welche)(?!\p{L}).{0,60}(?<!\p{L})alles|was (?:brauche?|braucht|benötige?|benötigt|benötigen|gehört|gehören|zählt|zählen|umfasst|enthält|beinhaltet)|was (?:muss|müssen|soll|sollte|darf|dürfen|kann|können)(?= (?:ich|man|wir|in|auf|an|bei|zu|zur|zum|rein|mit))|(?:in|an|bei|zu|aus|mit|für|unter) welche[nr] (?:\p{L}+(?:en|ern|eln|n|s))|welche (?!version|frist|höhe|anzahl|menge|zeit|uhrzeit|größe|nummer|dauer|rolle|person|firma|stelle|art(?!en)|datei|sprache|adresse|farbe|stadt|temperatur)\p{L}+(?:e|en|er|n|s)(?!\p{L})|nenne?|zähle?|aufzählen|auflisten|liste|schritte|arten von|möglichkeiten)(?!\p{L})/iu;

/** "Welche Länder haben …?", "alle Gründe". */
const asksForSeveral =
  /^(?:bitte\s+)?(?:nenn|zähl|liste)\p{L}*\s|^(?:was|wer|welche(?:s)?)\s+(?:sind|waren)\s|^welche\s+(?:\p{L}+\s+)*?\p{L}+(?:en|er|s)\s+(?:sind|waren|haben|hatten|gibt\s+es|gab\s+es|werden|wurden)(?!\p{L})|(?<!\p{L})(?:alle|sämtliche)\s+\p{L}+(?:en|er|s)(?!\p{L})/iu;

const vagueWords: ReadonlySet<string> = new Set(
  "name namen heisst heissen art arten typ form beispiel begriff benutzt bekannt hauptsachlich verschieden passiert bedeutet gibt nennt genannt laut".split(
    " ",
  ),
);

const several = /(?<!\p{L})(?:welche \p{Lu}\p{L}*(?:en|er|e|s)(?!\p{L})|nenne|zähle .* auf|was alles)/iu;
const single = /(?<!\p{L})welche \p{L}+ (?:ist|hat|wird|war|hatte|wurde|kann)(?!\p{L})/iu;

/** How questions are put in German. @param stem makes the stem of a folded word */
export function germanQuestions(stem: (folded: string) => string): QuestionRules {
  return {
    frames,
    asked: germanAsked,
    answerTypes: germanAnswerTypes,
    followUps: germanFollowUps,
    messages: germanMessages,
    subjects: germanSubjects,
    sides: germanSides,
    overviews: germanOverviews,
    vagueWords,
    asksInPlural: (question) => several.test(question) && !single.test(question),
    asksForNumber,
    asksForSeveral,
    asksForList,
    asksForAttribute:
      /^\W*(?:was (?:ist|sind|war|waren)|wie lautet|wie (?:hoch|gross|groß|lang) (?:ist|sind|war))(?!\p{L})/iu,
    asksForPermission: /^\W*(?:kann|können|darf|dürfen|geht|ist es möglich)\b/iu,
    asksForDuty: /^\W*(?:muss|müssen|soll|sollen|brauch\p{L}*)(?!\p{L})/iu,
    separatedVerbs: (question, words, lexicon) => separatedVerbs(question, words, lexicon, stem),
    tellingCapitals,
    translations: (words, lexicon) => lexicon.translations("de", words.map((word) => word.stem).join(" ")),
  };
}
