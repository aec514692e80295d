import type { DiscourseWords } from "../../rules/document-rules.ts";

/** What "diese" before it names the text itself, its whole subject or today, and nothing that stands before it. */
const self =
  "Seite|Website|Abschnitt|Kapitel|Dokument|Dokumentation|Anleitung|Handbuch|Buch|Werk|Artikel|Beitrag|Blog|Projekt|Paket|Richtlinie|Vereinbarung|Lizenz|Satzung|Ordnung|Geschäftsordnung|Wahlordnung|Gesetz|Vertrag|Version|Fassung|Woche|Monat|Jahr|Tag|Morgen|Abend|Sommer|Winter|Zeit";

/** How paragraphs in German speak of what stands around them. */
export const germanDiscourse: DiscourseWords = {
  refersBack: new RegExp(
    `^(?:(?:Nach|In|Mit|Für|Bei)\\s[^,.:;]{1,40}\\s)?(?:Dies\\s|Das\\s(?:ist|sind|war|bedeutet|heißt|geht|gilt|kann|wird|hat|macht|führt|ermöglicht|lässt|sollte|muss|darf)(?!\\p{L})|(?:Diese[rsnm]?|Solche[rsnm]?)\\s(?!(?:${self})(?:e|en|es|s|n|er)?(?!\\p{L})))`,
    "u",
  ),
  leansOnLast: new RegExp(
    `^[^.,:;!?]{1,40}\\s(?:diese[rsnm]?|solche[rsnm]?)\\s(?!(?:${self})(?:e|en|es|s|n|er)?(?!\\p{L}))|^(?:Dabei|Dazu|Dadurch|Damit|Dafür|Daraus|Davon|Hierbei|Hierfür|Hierzu|Hierdurch|Andernfalls|Ansonsten|Sonst)(?!\\p{L})`,
    "u",
  ),
  announcesBlock:
    /(?<!\p{L})(?:folgende[nrms]?|wie folgt|nachfolgend\p{L}*|nachstehend\p{L}*|so aussehen|sieht so aus|so geht)(?!\p{L})/iu,
  between: "zu|nach|in|durch|mit|und|oder|wird zu|statt|stattdessen|jetzt|nicht",
  announcesText: [
    /^(?:Diese Seite|Dieser (?:Abschnitt|Artikel|Beitrag|Leitfaden)|Dieses (?:Kapitel|Dokument|Handbuch)|Diese Anleitung|Der folgende Abschnitt|Die folgende Seite) (?:beschreibt|erklärt|erläutert|zeigt|enthält|behandelt|listet|bietet|gibt|führt|hilft|richtet)(?!\p{L})/u,
    /^(?:Auf dieser Seite|In diesem (?:Abschnitt|Kapitel|Dokument|Artikel|Beitrag)) (?:wird|werden|finde[nst]{1,3}|erfahren|erfährst|lernen|lernst|zeigen|beschreiben|erklären|geht)(?!\p{L})/u,
    /^Im [Ff]olgenden (?:wird|werden|finde[nst]{1,3}|erfahren|erfährst|lernen|lernst|zeigen|beschreiben|erklären)(?!\p{L})[^:]*(?:beschrieben|erklärt|erläutert|vorgestellt|gezeigt|aufgeführt|aufgelistet|behandelt|wir|Sie|du)\b/u,
    /^Klicken? (?:Sie )?auf eine?n? .*(?:anzuzeigen|anzusehen|zu sehen|mehr zu erfahren|zu öffnen)/u,
  ],
  pointsElsewhere: [
    /^(?:Siehe|Vgl\.|Vergleiche)\s/u,
    /^(?:Weitere|Mehr|Nähere|Genauere|Ausführliche)s?(?: (?:Informationen|Infos|Details|Hinweise|Einzelheiten|Angaben))?(?: (?:dazu|hierzu|darüber|zu[rm]? [^.!?]*))? (?:finde[nst]{1,3}|findet|gibt es|steht|stehen|sind|siehe|in|im|unter|auf|hier)(?!\p{L})/u,
    /^Für (?:weitere|nähere|mehr|detaillierte) (?:Informationen|Infos|Details|Einzelheiten) .*(?:siehe|lies|lesen Sie|besuche|schau)/u,
    /^Details(?: und \p{L}+)? (?:finde[nst]{1,3}|findet|gibt es|stehen)(?!\p{L})/u,
  ],
  salutation:
    /^(?:(?:Sehr geehrte[rs]?|Liebe[rs]?|Hallo|Guten (?:Tag|Morgen|Abend)|Moin|Werte[rs]?)(?!\p{L})[^.!?:]{0,80}[,!]?|Betreff: .+)$/u,
  closing:
    /^(?:(?:Mit )?(?:freundlichen|besten|herzlichen|lieben|vielen) (?:Grüßen?|Dank)|(?:Viele|Liebe|Beste|Herzliche|Freundliche|Schöne) Grüße|Vielen Dank|Hochachtungsvoll|Gruß|LG|MfG)\s*[,!]?\s*(?:[\n\r]|\[|$)/u,
};
