import { foldCase } from "../../../analysis/folding.ts";
import { defined } from "../../../defined.ts";
import type { LanguageCode } from "../../../documents/document.ts";

/** What kind of thing a question asks for. `which`: a thing of the kind that the question names. */
export type AskedKind =
  | "age"
  | "money"
  | "percent"
  | "measure"
  | "frequency"
  | "duration"
  | "count"
  | "time"
  | "place"
  | "reason"
  | "aim"
  | "means"
  | "name"
  | "person"
  | "definition"
  | "which"
  | "manner"
  | "condition"
  | "what"
  | "yes-no"
  | "nothing";

export type Dimension = "length" | "weight" | "speed" | "temperature" | "size" | "amount";

export interface AskedFor {
  readonly kind: AskedKind;
  /** Of a measure. */
  readonly dimension?: Dimension;
  /** Where the asking words end in the question: what they name behind themselves is the kind of thing or what is counted. */
  readonly end: number;
}

type Pattern = readonly [kind: AskedKind, pattern: RegExp, dimension?: Dimension];

const priceWords =
  "preis|kosten|gebuhr\\p{L}*|\\p{L}*beitrag|beitrage|gehalt|lohn|miete|steuer|budget|kaution|zins\\p{L}*|entgelt|umsatz|gewinn|strafe|pauschale|forderung|schulden|einkommen|vermogen";

/** In the order in which they are tried; folded text. */
const patterns: Readonly<Record<LanguageCode, readonly Pattern[]>> = {
  de: [
    ["age", /\b(?:wie alt|in welchem alter|welches alter)\b/u],
    [
      "money",
      new RegExp(
        `\\b(?:was kostet\\p{L}*|was kosten|wie teuer|wie ?viel (?:geld|euro|dollar|kostet\\p{L}*|kosten|verdien\\p{L}*|zahl\\p{L}*|bezahl\\p{L}*)|wie hoch (?:ist|sind|war|waren|lag|lagen|liegt) (?:\\p{L}+ ){0,2}(?:${priceWords}))`,
        "u",
      ),
    ],
    [
      "percent",
      /\b(?:wie ?viel prozent|welcher (?:prozentsatz|anteil)|wie hoch (?:ist|war|lag) der (?:\p{L}*anteil|prozentsatz))/u,
    ],
    ["frequency", /\bwie (?:oft|haufig)\b/u],
    [
      "duration",
      /\b(?:wie lange|wieviel zeit|wie viel zeit|welchen zeitraum|wie viele? (?:jahre?n?|monate?n?|wochen?|tagen?|stunden?|minuten?|sekunden?) (?:dauer\p{L}*|lang))\b/u,
    ],
    ["measure", /\bwie (?:hoch|tief|breit|dick|weit|lang)\b/u, "length"],
    ["measure", /\bwie schwer\b|\bwie ?viel (?:wiegt|wiegen|wog)\b/u, "weight"],
    ["measure", /\bwie schnell\b/u, "speed"],
    ["measure", /\bwie (?:warm|kalt|heiss?)\b|\bwie ?viel grad\b/u, "temperature"],
    ["measure", /\bwie (?:gross?|klein)\b/u, "size"],
    [
      "condition",
      /\b(?:unter welche[mnr] (?:umstand\p{L}*|bedingung\p{L}*|voraussetzung\p{L}*)|in welche[mn] fall\p{L}*|was passiert,? wenn|wann (?:darf|durfen|kann|konnen|muss|mussen|soll|sollen|gilt|gelten))\b/u,
    ],
    ["count", /\b(?:wie ?viele?[nmrs]?|wieviele?[nmrs]?|welche anzahl|(?:die )?anzahl (?:der|von))\b/u],
    [
      "time",
      /\b(?:wann|um wie ?viel uhr|(?:in|seit|ab|bis zu|zu|vor|nach|an|aus|von|fur)? ?welche[mnrs]? (?:jahr|jahre|jahren|monat|tag|tage|datum|jahrhundert|jahrzehnt|uhrzeit|zeitpunkt|zeitraum|epoche|jahreszeit|wochentag|zeit))\b/u,
    ],
    [
      "place",
      /\b(?:wo|wohin|woher|(?:an|in|aus|auf|nach|von|bei)? ?welche[mnrs]? (?:ort|orten|stadt|stadte|stadten|land|lander|landern|region|kontinent|strass?e|gegend|staat|staaten|bundesland|bezirk|stadtteil|insel))\b/u,
    ],
    [
      "reason",
      /\b(?:warum|weshalb|wieso|weswegen|aus welchem grund|aus welchen grunden|wodurch|woran|was (?:ist|war|waren|sind) (?:der grund|die ursache|der anlass)|wie kam es)\b/u,
    ],
    ["aim", /\b(?:wozu|wofur|zu welchem zweck|mit welchem ziel|fur was)\b/u],
    ["means", /\b(?:womit|mit was|mit welche[mnr])\b/u],
    [
      "name",
      /\b(?:wie heiss?(?:t|en)|wie hiess?(?:en)?|wie lautet(?:e)? der name|wie (?:nennt|nannte) man|wie wird .* genannt|welchen namen)\b/u,
    ],
    [
      "person",
      /\b(?:wer|wem|wen|wessen|welche[rnms]? (?:person|personen|mensch|politiker\p{L}*|kunstler\p{L}*|autor\p{L}*|mann|frau|konig\p{L}*|prasident\p{L}*))\b/u,
    ],
    ["definition", /^\W*(?:was (?:ist|sind|war|waren|bedeutet|bedeuten|heiss?t|versteht man unter))\b/u],
    ["which", /\b(?:welch(?:e[mnrs]?)?|was fur(?: ein(?:e[mnrs]?)?)?)\b/u],
    ["manner", /\bwie\b/u],
    ["what", /\b(?:was|woraus|worin|woruber|wovon|worauf|wogegen|wonach|wobei|wovor|worum|wieweit|inwiefern)\b/u],
    [
      "yes-no",
      /^\W*(?:ist|sind|war|waren|hat|haben|hatte|hatten|kann|konnen|konnte|darf|durfen|muss|mussen|musste|soll|sollen|gibt|gab|wird|werden|wurde|wurden|macht|geht|braucht|brauche|brauch|unterstutzt|kommt|liegt|steht|hilft|funktioniert|will|wollte|stimmt|bin|seid)\b/u,
    ],
  ],
  en: [
    ["age", /\b(?:how old|(?:at )?(?:what|which) age)\b/u],
    [
      "money",
      /\b(?:how much (?:money|do(?:es)? .* (?:cost|earn|pay|spend|charge)|did .* (?:cost|earn|pay|spend|charge)|is the (?:\p{L}+ ){0,2}(?:fee|price|cost|charge|rent|salary|budget|fine|discount))|how expensive|what (?:is|was) the (?:\p{L}+ ){0,2}(?:price|cost|fee|salary|budget|revenue)|what (?:do|does|did) .* cost)\b/u,
    ],
    ["percent", /\b(?:(?:what|which) (?:percentage|percent|share|proportion)|how many percent)\b/u],
    ["frequency", /\bhow (?:often|frequently|many times)\b/u],
    ["duration", /\bhow (?:long (?:do|does|did|has|have|had|is|was|were|will|can|must|should|may|ago)|much time)\b/u],
    ["measure", /\bhow (?:high|tall|deep|wide|thick|far|long)\b/u, "length"],
    ["measure", /\bhow (?:heavy|much do(?:es)? .* weigh)\b/u, "weight"],
    ["measure", /\bhow fast\b/u, "speed"],
    ["measure", /\bhow (?:hot|cold|warm)\b|\bwhat temperature\b/u, "temperature"],
    ["measure", /\bhow (?:big|large|small)\b/u, "size"],
    [
      "condition",
      /\b(?:under (?:what|which) (?:circumstances?|conditions?)|in (?:what|which) cases?|what happens (?:if|when)|when (?:can|may|must|should) (?:i|you|we|one|it|they|the|an?))\b/u,
    ],
    ["count", /\b(?:how many|(?:what|which) number|what (?:is|was) the (?:total )?number)\b/u],
    ["measure", /\bhow much\b/u, "amount"],
    [
      "time",
      /\b(?:when|(?:what|which) (?:year|years|day|date|month|century|decade|time|season|era|period)|since when|until when)\b/u,
    ],
    [
      "place",
      /\b(?:where|(?:what|which) (?:city|cities|country|countries|place|places|town|state|region|continent|location|island|street|area))\b/u,
    ],
    [
      "reason",
      /\b(?:why|for what reason|(?:what|which) (?:is|was|were|are) the (?:reason|cause|reasons|causes)|how come|what (?:caused|causes|led to))\b/u,
    ],
    ["aim", /\b(?:what .* (?:used )?for|for what purpose|(?:what|which) (?:is|was) the (?:purpose|aim|goal))\s*\??$/u],
    [
      "name",
      /\bwhat (?:is|was|are|were) (?:the |its |their |his |her |\p{L}+s )?(?:names?)\b|\b(?:is|was|are|were) .* called\b|\bwhat .* (?:called|named|known as)\b/u,
    ],
    [
      "person",
      /\b(?:who|whom|whose|(?:what|which) (?:person|people|man|woman|king|president|author|artist|scientist))\b/u,
    ],
    ["definition", /^\W*(?:what (?:is|are|was|were)(?: a| an)?|what does .* mean|define)\b/u],
    [
      "which",
      /\b(?:which|what (?:kind|type|sort|form|kinds|types)s? of|what(?= \p{L}+ (?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|must|should|\p{L}+s|\p{L}+ed)\b))\b/u,
    ],
    ["manner", /\bhow\b/u],
    ["what", /\bwhat(?:s)?\b/u],
    ["yes-no", /^\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|may|must|should|will|would|am)\b/u],
  ],
};

const mostAskingChars = 300;

/** English words that ask, and join clauses as well where another question word stands before them. */
const clause = /(?<=\b(?:what|which|who|whom|whose|why|how|where|when)\b.*)\s(?:when|where|who|whom|whose|which)\b.*/su;

/** What a question asks for; `nothing` where its wording does not tell, as in a few keywords. */
export function askedFor(question: string, language: LanguageCode): AskedFor {
  // A longer question is a text.
  const folded = foldKeepingLength(question.slice(0, mostAskingChars));
  const text = language === "en" ? folded.replace(clause, "") : folded;
  for (const [kind, pattern, dimension] of patterns[language] ?? []) {
    const match = pattern.exec(text);
    if (match === null) continue;
    return { kind, end: match.index + match[0].length, ...defined({ dimension }) };
  }
  return { kind: "nothing", end: 0 };
}

/** Lower case without marks, character for character, so that offsets stay those of the question; ß is one s. */
function foldKeepingLength(text: string): string {
  const plain = text.replaceAll("ß", "s").toLowerCase();
  return plain.replace(/[^ -~]/gu, (char) => {
    const folded = foldCase(char);
    return folded.length === char.length ? folded : char;
  });
}
