import type { OverviewRules } from "../../rules/questions/overview-rules.ts";

const documents =
  "(?:dokumente?n?|texte?n?|quellen?|dateien|datei|unterlagen?|seiten?|artikeln?|berichte?n?|beiträgen?|beiträge|sammlung|material(?:ien)?)";
const end = "\\s*[?.!]*\\s*$";

/** How German asks for documents rather than a passage. */
export const germanOverviews: OverviewRules = {
  // "Worum geht es hier?"
  collection: [
    `^(?:um was|worum) (?:geht|handelt) es (?:hier|eigentlich|sich|denn|überhaupt|bei dir|da|insgesamt|\\s)*(?:(?:in|bei) (?:den|diesen|der|dieser|euren|deinen|ihren) ${documents})?${end}`,
    `^(?:wovon|von was) handel(?:t|n) (?:die|diese|das|dieses|deine|eure)? ?(?:${documents}|das|alles|hier|\\s)*${end}`,
    `^was (?:steht|ist|findet sich|finde ich|gibt es) (?:alles |so )*(?:(?:hier|da)(?: drin)?|(?:in|bei) (?:den|diesen|der|dieser|deinen|euren) ${documents})(?: alles| so| drin)*${end}`,
    `^welche (?:${documents}|themen) (?:gibt es|hast du|habt ihr|kennst du|sind (?:da|hier|drin|enthalten|vorhanden))(?: hier| alles| so| denn)*${end}`,
    `^was (?:kann|könnte|darf) (?:ich|man) (?:dich |euch |hier |so |alles )*(?:fragen|erfahren|nachschlagen|finden)${end}`,
    `^(?:gib mir |zeig mir |ich (?:brauche|möchte|hätte gern) )?(?:bitte )?(?:einen )?(?:überblick|übersicht|zusammenfassung)(?: über (?:alles|die|diese|alle) ?(?:${documents})?)?(?: bitte)?${end}`,
  ].map((pattern) => new RegExp(pattern, "iu")),
  // "Welche Dokumente gibt es zu Mieten?"
  topic: [
    `^(?:in )?welche[nrms]? ${documents} (?:gibt es|hast du|habt ihr|kennst du|findet man|finde ich)(?: hier| denn| alles)* (?:zu[mr]?|über|von|vom|für|mit|rund um) (.+?)${end}`,
    `^(?:in )?welche[nrms]? ${documents} (?:handel[tn]|sprechen|spricht|schreiben|schreibt|berichten|berichtet|reden) (?:von|vom|über|zum?|zur) (.+?)${end}`,
    `^in welche[nrms]? ${documents} (?:geht es um|steht etwas (?:zu[mr]?|über)|kommt|kommen|wird|werden) (.+?)(?: (?:vor|erwähnt|genannt|behandelt|beschrieben))?${end}`,
    `^(?:gibt es|hast du|habt ihr) (?:hier |irgend)*(?:etwas|was|${documents}) (?:zu[mr]?|über) (.+?)${end}`,
    `^(?:gib mir |zeig mir )?(?:bitte )?(?:einen )?(?:überblick|übersicht) (?:zu[mr]?|über) (?!alles|alle|die ${documents})(.+?)${end}`,
    `^was gibt es (?:hier |alles )*(?:zu[mr]?|über) (.+?)${end}`,
  ].map((pattern) => new RegExp(pattern, "iu")),
};
