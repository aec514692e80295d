import type { AnswerTypePattern, AskedPattern, AskedRules } from "../../rules/questions/asked-rules.ts";

const priceWords =
  "preis|kosten|gebuhr\\p{L}*|\\p{L}*beitrag|beitrage|gehalt|lohn|miete|steuer|budget|kaution|zins\\p{L}*|entgelt|umsatz|gewinn|strafe|pauschale|forderung|schulden|einkommen|vermogen";

/** What German questions ask for. */
export const germanAsked: AskedRules<AskedPattern> = {
  patterns: [
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
};

/** The same in a few kinds: "wie viele Jahre" asks for a number. */
export const germanAnswerTypes: AskedRules<AnswerTypePattern> = {
  patterns: [
    [
      "number",
      /\b(?:wie\s?viele?[nmrs]?|wie (?:hoch|gross|lang|weit|oft|teuer|schwer|alt|schnell)|anzahl|wieviele?)(?!\p{L})/iu,
    ],
    [
      "time",
      /\b(?:wann|seit wann|bis wann|in welche[mr] (?:jahr|monat|jahrhundert)|an welchem tag|wie lange)(?!\p{L})/iu,
    ],
    ["place", /\b(?:wo|wohin|woher|an welchem ort|in welche[mr] (?:stadt|land|ort|region))(?!\p{L})/iu],
    ["reason", /\b(?:warum|weshalb|wieso|weswegen|aus welchem grund|wozu)(?!\p{L})/iu],
    ["person", /\b(?:wer|wem|wen|wessen)(?!\p{L})/iu],
  ],
};
