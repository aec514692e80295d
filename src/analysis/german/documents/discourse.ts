import type { DiscourseWords } from "../../rules/document-rules.ts";

/** What "diese" before it names the text itself, its whole subject or today, and nothing that stands before it. */
const self =
  "Seite|Website|Abschnitt|Kapitel|Dokument|Dokumentation|Anleitung|Handbuch|Buch|Werk|Artikel|Beitrag|Blog|Projekt|Paket|Richtlinie|Vereinbarung|Lizenz|Satzung|Ordnung|Geschäftsordnung|Wahlordnung|Gesetz|Vertrag|Version|Fassung|Woche|Monat|Jahr|Tag|Morgen|Abend|Sommer|Winter|Zeit";

const several =
  "(?:einigen?|vielen?|mehreren?|ein paar|eine Reihe|verschiedenen?|zahlreichen?|diversen?|kleinen?|eine Vielzahl)";
const parts =
  "(?:Gründen?|Ursachen|Möglichkeiten|Wegen?|Arten|Voraussetzungen|Optionen|Methoden|Schritten?|Regeln|Unterschieden?|Ausnahmen|Varianten|Fällen?|Typen|Teilen?|Grundsätzen?)";
const more = "(?:Weitere|Weiterführende|Mehr|Nähere|Genauere|Ausführliche|Detaillierte|Zusätzliche)s?";
/** What a text is read for. */
const information =
  "(?:Informationen|Infos|Details|Hinweise|Einzelheiten|Beispiele|Erklärungen|Erläuterungen|Anleitungen|Dokumentation|Tipps)";
const found =
  "(?:finde[nst]{1,3}|findet|gibt es|steht|stehen|sind(?= (?:in|im|unter|auf|hier|auch)(?!\\p{L}))|siehe|entnehmen|erhalten Sie|erhältst du|in|im|unter|auf|hier)";

/** How paragraphs in German speak of what stands around them. */
export const germanDiscourse: DiscourseWords = {
  refersBack: new RegExp(
    `^(?:(?:Nach|In|Mit|Für|Bei)\\s[^,.:;]{1,40}\\s)?(?:Dies\\s|Wobei\\s|Das\\s(?:ist|sind|war|bedeutet|heißt|geht|gilt|kann|wird|hat|macht|führt|ermöglicht|lässt|sollte|muss|darf)(?!\\p{L})|(?:Diese[rsnm]?|Solche[rsnm]?)\\s(?!(?:${self})(?:e|en|es|s|n|er)?(?!\\p{L})))`,
    "u",
  ),
  leansOnLast: new RegExp(
    `^[^.,:;!?]{1,40}\\s(?:diese[rsnm]?|solche[rsnm]?)\\s(?!(?:${self})(?:e|en|es|s|n|er)?(?!\\p{L}))|^(?:Wenn|Falls|Sobald|Nachdem|Sollte) (?:dies|das)(?!\\p{L})|^(?:Ist|Wird) dies(?!\\p{L})|^In beiden Fällen(?!\\p{L})|^(?:Dabei|Dazu|Dadurch|Damit|Dafür|Daraus|Davon|Hierbei|Hierfür|Hierzu|Hierdurch|Andernfalls|Ansonsten|Sonst|Dann|Danach|Anschließend|Daraufhin|Dort|Stattdessen|Alternativ|Demgegenüber|Wie (?:oben|man sieht))(?!\\p{L})|^(?:Es|Er) ist (?:im|in|unter|auf)\\s|^Sie finden (?:sie|ihn|es)\\s`,
    "u",
  ),
  announcesBlock: new RegExp(
    `(?<!\\p{L})(?:folgende[nrms]?|wie folgt|nachfolgend\\p{L}*|nachstehend\\p{L}*|so aussehen|sieht so aus|so geht)(?!\\p{L})|(?<!\\p{L})(?:zwei|drei|vier|fünf|sechs|sieben|mehrere|einige|verschiedene) (?:\\p{L}+ ){0,2}${parts}:$`,
    "iu",
  ),
  announcesParts: new RegExp(
    `^Es gibt (?:einige|viele|mehrere|ein paar|verschiedene|zahlreiche|diverse|eine Reihe von|eine Vielzahl von)(?: [^\\s:;,.]+){0,2} ${parts}(?!\\p{L})[^:;,\\d]*\\.?$`,
    "u",
  ),
  between:
    "zu|nach|in|durch|mit|und|oder|aber|aber nicht|und nicht|und dann|sondern|wird zu|und wird zu|statt|stattdessen|jetzt|nicht",
  announcesText: [
    /^(?:Diese Seite|Dieser (?:Abschnitt|Artikel|Beitrag|Leitfaden|Teil)|Dieses (?:Kapitel|Dokument|Handbuch|Wiki)|Diese (?:Anleitung|Dokumentation|Übersicht|FAQ)|Der folgende Abschnitt|Die folgende Seite|Die folgenden (?:Abschnitte|Seiten|Kapitel)) (?:beschreib(?:t|en)|erklär(?:t|en)|erläuter[nt]|dokumentiert|zeig(?:t|en)|enthält|enthalten|behandel[nt]|befass(?:t|en)|listet|bietet|gibt|geben|führt|hilft|helfen|richtet|umfasst (?:einige |alle )?(?:Informationen|Hinweise|Anleitungen))(?!\p{L})/u,
    /^Dieser Bereich (?:beschreibt|erklärt|erläutert|dokumentiert|behandelt)(?!\p{L})/u,
    /^(?:Auf dieser Seite|In diesem (?:Abschnitt|Kapitel|Dokument|Artikel|Beitrag)) (?:wird|werden|finde[nst]{1,3}|erfahren|erfährst|lernen|lernst|zeigen|beschreiben|erklären|geht)(?!\p{L})/u,
    /^Im [Ff]olgenden (?:wird|werden|finde[nst]{1,3}|erfahren|erfährst|lernen|lernst|zeigen|beschreiben|erklären)(?!\p{L})[^:]*(?:beschrieben|erklärt|erläutert|vorgestellt|gezeigt|aufgeführt|aufgelistet|behandelt|wir|Sie|du)\b/u,
    /^(?:Herzlich )?[Ww]illkommen (?:auf|in|bei|im|zu[rm]?) [^:,;]{0,60}(?:[Ss]eiten?|[Dd]okumentation|[Ww]iki|[Hh]andbuch|[Aa]nleitung|[Ll]eitfaden|[Bb]log|FAQ)(?: (?:des|der|von|zu[rm]?|für) [^:,;.!]{1,50})?[.!]*$/u,
    /^(?:Hier|In diesem Bereich|Nachfolgend) (?:werden|wird) [^.:]*(?:erklärt|beschrieben|erläutert|aufgelistet|dokumentiert|zusammengefasst)\.?$/u,
    /^(?:Hier|In diesem Bereich|Auf dieser Seite) (?:finde[nst]{1,3}|findet|befindet sich|befinden sich|gibt es|steht|stehen|sind|ist) [^.:\d]*(?:[Dd]okumentation(?:en)?|Informationen|Infos|Anleitungen?|Beschreibung(?:en)?|Rundgang|Überblick|Übersicht(?:en)?)(?!\p{L})[^.:\d]*\.?$/u,
    /^[^:\d]{0,160}(?:möchten|wollen) (?:wir )?(?:\p{L}+ ){0,3}(?:heute|hier|nun|im Folgenden) (?:\p{L}+ ){0,4}(?:vorstellen|berichten|zeigen|erzählen|erläutern)(?!\p{L})/u,
    /^Im [Ff]olgenden (?:geben wir|geht es|folgen|stellen wir|findest du)(?!\p{L})[^:\d]*[.:]?$/u,
    /^Die (?:folgenden?|nachfolgenden?|nachstehenden?) (?:Tabellen?|Listen?|Übersicht(?:en)?|Abbildung(?:en)?|Grafiken?|Bilder|Beispiele?|Schritte) (?:zeig|liste|gib|geb|beschreib|erklär|erläuter|enthält|enthalten|veranschaulich|fass|biete|helfe)\p{L}*(?!\p{L})[^:]*[.:]?$/u,
    new RegExp(
      `^(?:Heute gibt es|(?:Diese|Die neue) (?:Version|Ausgabe) (?:enthält|bringt|bietet)|Dieses Update (?:enthält|bringt)|[^.:,]{0,50}(?:kommt|gibt es)(?: doch)? (?:noch|noch ?mals|noch einmal) (?:eine Aktualisierung|ein Update|eine neue Version)) [^:,]*\\b${several} [^:,]*(?:Fehlerkorrekturen|Fehlerbehebungen|Verbesserungen|Neuerungen|Änderungen|Korrekturen|Optimierungen)[.!]*$`,
      "u",
    ),
    /^(?:Fehlt (?:hier )?(?:ein|eine|etwas)(?!\p{L})[^.!?]*|(?:Du kennst|Ihr kennt|Sie kennen) [^.!?]* fehl(?:t|en))\?$/u,
    /^(?:Bearbeiten? (?:Sie )?(?:einfach )?diese Seite|Klicken? (?:Sie )?(?:einfach |unten |oben |rechts )*auf Seite bearbeiten)(?!\p{L})[^.!?]*[.!]?$/u,
    /^Klicken? (?:Sie )?auf eine?n? .*(?:anzuzeigen|anzusehen|zu sehen|mehr zu erfahren|zu öffnen)/u,
  ],
  pointsElsewhere: [
    /^(?:Siehe|Vgl\.|Vergleiche)\s/u,
    /^(?:Weitere|Mehr|Nähere|Genauere|Ausführliche)s?(?: (?:dazu|hierzu|darüber))(?: aber)? (?:finde[nst]{1,3}|findet|gibt es|steht|stehen|sind|siehe|in|im|unter|auf|hier)(?!\p{L})/u,
    new RegExp(`^${more} ${information}(?:\\s[^.!?:]{1,100})? ${found}(?!\\p{L})`, "u"),
    /^Für (?:weitere|nähere|mehr|detaillierte) (?:Informationen|Infos|Details|Einzelheiten) .*(?:siehe|lies|lesen Sie|besuche|schau)/u,
    /^Um (?:mehr|weitere|nähere|genauere) [^,.:]*(?:zu erhalten|zu erfahren|zu lesen|erhalten|erfahren), (?:siehe|lies|lesen Sie|besuchen? |schau)/u,
    /^(?:Details|Einzelheiten|Informationen|Infos) (?:(?:und \p{L}+|dazu|hierzu|darüber|zu[rm]? [^.!?:]{1,60}|über [^.!?:]{1,60}) )?(?:finde[nst]{1,3}|findet|gibt es|stehen|sind [^.:]{1,60}zu finden)(?!\p{L})/u,
    /^Hier (?:finde[nst]{1,3}|findet|gibt es)(?: du| Sie| ihr)? (?:weitere|mehr|nähere|zusätzliche|detaillierte|ausführliche) (?:Informationen|Infos|Details|Hinweise|Beispiele)(?!\p{L})/u,
    /^(?:Schau(?:t|en Sie)?|Lies|Lest|Lesen Sie) (?:euch |dir |sich |dazu |gerne |auch )*[^.:,]*(?:Dokumentation|Handbuch|Anleitung|Abschnitt|Changelog|Auflistung|Beitrag|Artikel|Kapitel|Wiki)(?!\p{L})[^.:]*[.!]?$/u,
  ],
  describesText: [
    /^(?:(?:Informationen|Infos|Hinweise|Tipps|Anleitungen|Ratschläge|Dokumentation|Einzelheiten|Details)(?: und \p{L}+)?|(?:Eine?|Die|Der|Unsere?) (?:\p{L}+ ){0,2}(?:Liste|Übersicht|Beschreibung|Anleitung|Zusammenfassung|Sammlung|Einführung|Einleitung|Erklärung|Leitfaden)) (?:über|zu[rm]?|für|von|der|des|aller|wie)(?!\p{L})(?!.* (?:ist|sind|liegt|liegen|steht|stehen|hängt|hängen)(?!\p{L}))[^:;]*$/u,
  ],
  courtesies: [
    /^(?:Viel (?:Spaß|Erfolg|Vergnügen|Freude|Glück)|Gutes Gelingen|Guten Appetit|Frohe \p{L}+|Das war(?:'|’)?s(?: schon)?|Fertig|Geschafft|Glückwunsch|Herzlichen Glückwunsch)(?: (?:beim|mit|bei|und|zu[rm]?)(?!\p{L})[^.!?:,]{0,60}(?=!))?[^\p{L}\p{N}]*$/u,
    /^(?:Vielen Dank|Herzlichen Dank|Besten Dank|Danke(?: schön)?|Wir danken (?:euch|dir|Ihnen))(?: für [^.!?:]{0,120})?[^\p{L}\p{N}]*$/u,
    /^(?:Wir|Ich) (?:hoffen|hoffe), (?:dass )?(?:es|das|dies|diese[rsn]?|ihr|du|Sie|euch|dir|Ihnen)(?!\p{L})[^.!?:\d]*(?:gefällt|gefallen|hilft|helfen|hilfreich|Spaß|Freude|nützlich|weitergeholfen|geholfen)(?!\p{L})[^.!?:\d]*[.!]*$/u,
    /^(?:Wir|Ich) freuen? (?:uns|mich) (?:schon |sehr )?(?:auf|über) (?:dich|euch|Sie|eure?[rns]?|deine?[rns]?|Ihre?[rns]?)(?!\p{L})[^.!?:\d]*[.!]*$/u,
  ],
  salutation:
    /^(?:(?:Sehr geehrte[rs]?|Liebe[rs]?|Hallo|Guten (?:Tag|Morgen|Abend)|Moin|Werte[rs]?)(?!\p{L})[^.!?:]{0,80}[,!]?|Betreff: .+)$/u,
  closing:
    /^(?:(?:Mit )?(?:freundlichen|besten|herzlichen|lieben|vielen) (?:Grüßen?|Dank)|(?:Viele|Liebe|Beste|Herzliche|Freundliche|Schöne) Grüße|Vielen Dank|Hochachtungsvoll|Gruß|LG|MfG)\s*[,!]?\s*(?:[\n\r]|\[|$)|^(?:(?:Vielen |Herzlichen |Besten )Dank|Danke) für (?:eure|deine|Ihre) [^.!?:\n]{1,40}!\s*(?:<br ?\/?>)?\s*[\n\r]/u,
};
