import { formatNumber } from "../dates.ts";
import type { TerminalMessages } from "../messages.ts";
import { pageRanges } from "../page-ranges.ts";

const number = (value: number): string => formatNumber(value, "de");
const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;
const passages = (value: number): string => count(value, "Textstelle", "Textstellen");
const pages = (numbers: readonly number[]): string => `S. ${pageRanges(numbers)}`;
const documents = (value: number): string => count(value, "Dokument", "Dokumente");

const questions = (value: number): string => count(value, "Frage", "Fragen");

export const terminal: TerminalMessages = {
  fields: {
    title: "Titel",
    heading: "Überschrift",
    outerHeading: "äußere Überschriften",
    leadIn: "Einleitung",
    tableHead: "Tabellenkopf",
    question: "Frage",
  },
  evaluation: {
    answerable: (asked) => `${questions(asked)}, auf die die Dokumente antworten`,
    first: (found) => `die richtige Stelle steht zuerst: ${number(found)}`,
    amongThree: (found) => `sie ist unter den ersten drei: ${number(found)}`,
    amongTen: (found) => `sie ist unter den ersten zehn: ${number(found)}`,
    sure: (sure, right) => `als sicher beantwortet: ${number(sure)}, davon richtig: ${number(right)}`,
    leftUnanswered: (none) => `nicht beantwortet, obwohl die Antwort da ist: ${number(none)}`,
    unanswerable: (asked) => `${questions(asked)}, auf die die Dokumente nicht antworten`,
    toldSo: (none) => `so gesagt: ${number(none)}`,
    wronglySure: (sure) => `trotzdem als sicher beantwortet: ${number(sure)}`,
    toLookAt: "Einen Blick wert",
    missed: (question, place, first) =>
      `${question} (${place === undefined ? "nicht unter den ersten zehn" : `Platz ${place}`}; zuerst: ${first ?? "nichts"})`,
    answeredAnyway: (question, first) => `${question} (hat keine Antwort; zuerst: ${first ?? "nichts"})`,
  },
  introduction:
    "Fundstelle beantwortet Fragen mit den Stellen der Dokumente, die sie beantworten: wörtlich und mit Beleg.",
  documentsIn: (folder) => `Dokumente: ${folder}`,
  sampleInstead: (folder) =>
    `In ${folder} liegt kein Dokument. Dies ist eine Probe, die zum Programm gehört. Eigene Dokumente: das Programm in ihrem Ordner starten, oder ihn nennen: --seeds ORDNER`,
  readAll: (folder, documentCount, megabytes) =>
    `In ${folder} liegen mindestens ${documents(documentCount)} (${number(megabytes)} MB). Alle lesen?`,
  tryQuestion: (question) => `Zum Beispiel: ${question}`,
  runsLocally:
    "Läuft hier im Terminal, ohne Discord. Zum Verbinden: DISCORD_TOKEN in .env eintragen (siehe .env.example) und neu starten.",
  welcome: (documentCount, passageCount) =>
    `${documents(documentCount)}, ${passages(passageCount)}. Eine Frage eintippen; /help zeigt, was noch geht.`,
  prompt: "Frage> ",
  chatHelp: [
    "Eine Frage, auf Deutsch oder Englisch    wird mit Textstellen beantwortet, wörtlich und belegt",
    "zweckgemeinschaft-2023:7                 zeigt die Stelle mit ihrer Umgebung",
    "/show 1                                  dasselbe für Stelle 1 der letzten Antwort",
    "/sources                                 die Dokumente",
    "/help                                    diese Übersicht",
    "/quit                                    beendet das Gespräch (auch Strg-D)",
  ],
  unknownChatCommand: (command) => `${command} gibt es nicht. /help zeigt, was es gibt.`,
  showWhat: "/show braucht die Nummer einer Stelle der letzten Antwort oder eine Fundstelle, etwa: /show 1",
  noSuchNumber: (shown) => `Die letzte Antwort hat keine Stelle ${shown}.`,
  goodbye: "Auf Wiedersehen.",
  textDamaged: (file, isRepaired) =>
    `Was von ${file} gespeichert ist, war beschädigt${isRepaired ? " und ist wiederhergestellt" : " und lässt sich nicht wiederherstellen: die Datei hat sich geändert, oder der Ordner des Index ist nicht beschreibbar"}.`,
  indexDamaged: (damage) =>
    damage.kind === "counts"
      ? "Was der Cluster davon weiß, wie oft Wörter vorkommen, ist nicht mehr, was geschrieben wurde."
      : damage.missing > 0
        ? `Im Cluster ${damage.missing === 1 ? "fehlt eine Textstelle" : `fehlen ${formatNumber(damage.missing, "de")} Textstellen`} von ${damage.file}.`
        : `Was der Cluster von ${damage.file} hat, ist nicht mehr, was geschrieben wurde.`,
  indexRepaired: (isRepaired) =>
    isRepaired
      ? "Der Index wurde neu gebaut; bis dahin hat der bisherige geantwortet."
      : "Der Index wurde nicht neu gebaut, denn ein anderer Prozess schreibt ihn gerade. Gleich noch einmal aufrufen.",
  checked: ({ documents, passages, texts }) =>
    `Index geprüft: ${count(documents, "Dokument", "Dokumente")}, ${count(passages, "Textstelle", "Textstellen")}, ${count(texts, "gespeicherter Text", "gespeicherte Texte")}, alles Byte für Byte.`,
  keptRestricted: (file, was) =>
    `${file} bleibt beschränkt${file === was ? "" : `, wie es ${was} war`}, obwohl sources.json das nicht mehr sagt. Für alle öffnen: fundstelle restricted --lift ${file}`,
  nothingRestricted: "Alle dürfen alle Dokumente sehen.",
  restrictedDocument: (file, guilds, isStated) =>
    `${file}: ${guilds === "" ? "kein Server" : guilds}${isStated ? "" : " (sources.json sagt es nicht mehr)"}`,
  restrictionLifted: (file) => `${file} dürfen wieder alle sehen; ein laufendes Programm merkt es beim nächsten Lesen.`,
  backedUp: (rows, file) => `${count(rows, "Eintrag", "Einträge")} des Speichers gesichert: ${file}`,
  restored: (rows, file) => `${count(rows, "Eintrag", "Einträge")} in den Speicher zurückgespielt aus: ${file}`,
  importedLexicon: (english, german, file) =>
    `${number(english)} englische und ${number(german)} deutsche Wörter und Ausdrücke werden nun auch übersetzt: ${file}`,
  moved: "Die Stelle ist umgezogen: Derselbe Wortlaut steht jetzt hier.",
  range: (start, end) => `Zeichen ${start}–${end}`,
  lines: (first, last) => (first === last ? `Zeile ${first}` : `Zeilen ${first}–${last}`),
  bytes: (start, end) => `Bytes ${start}–${end}`,
  hits: (total, shown) => `${count(total, "Treffer", "Treffer")}, ${number(shown)} davon hier.`,
  noHits: "Kein Treffer.",
  didYouMean: (words) => `Meinten Sie ${words.join(", ")}?`,
  score: "Wertung",
  confidence: "Zuversicht",
  isAbout: "handelt davon",
  saysIt: "sagt es",
  usually: "sonst",
  nothingJudged: "Es gab nichts zu beurteilen.",
  sourceCounts: (passageCount, paragraphs, hidden) =>
    `${passages(passageCount)}, ${count(paragraphs, "Absatz", "Absätze")}, ${number(hidden)} davon ausgeblendet`,
  sourceTotals: (documentCount, passageCount) => `${documents(documentCount)}, ${passages(passageCount)}.`,
  notRead: (files) => `${count(files, "Datei", "Dateien")} nicht gelesen:`,
  leftOut: { hidden: "der Name verbirgt sie (. oder _ am Anfang)", format: "unbekanntes Format" },
  andMore: (files) => `… und ${number(files)} weitere`,
  nothingSkipped: "Kein Absatz ist ausgeblendet.",
  skippedParagraphs: (hidden) => `${count(hidden, "Absatz ist", "Absätze sind")} ausgeblendet.`,
  unreadableDocument: (file) => `${file} wird ausgelassen`,
  readingGap: (gap) => {
    switch (gap.kind) {
      case "encoding-guessed":
        return `Zeichensatz geraten: ${gap.encoding}`;
      case "bytes-unreadable":
        return `${count(gap.count, "Byte ist", "Bytes sind")} kein UTF-8`;
      case "letters-unreadable":
        return `${gap.count === 0 ? "Zeichen" : count(gap.count, "Zeichen", "Zeichen")} auf ${pages(gap.pages)} nicht lesbar`;
      case "pages-without-text":
        return `ohne lesbaren Text, höchstens Bilder: ${pages(gap.pages)}`;
      case "recognised":
        return `aus Bildern erkannt: ${pages(gap.pages)}`;
      case "objects-unreadable":
        return `${count(gap.count, "Objekt", "Objekte")} nicht lesbar, im Text als […]`;
      case "attachments-unread":
        return `${gap.names.length === 1 ? "Anhang" : "Anhänge"} nicht gelesen: ${gap.names.join(", ")}`;
    }
  },
  building: (documentCount) => `Index wird gebaut: ${documents(documentCount)}`,
  progress: (done, of, perSecond, secondsLeft) =>
    `${number(done)} von ${number(of)}, ${number(perSecond)} je Sekunde${secondsLeft === undefined ? "" : `, noch ${number(secondsLeft)} s`}`,
  makingVectors: "Das Modell liest die Dokumente",
  modelFailing: "Das Modell antwortet nicht, die Wörter allein entscheiden",
  modelWorking: "Das Modell antwortet wieder.",
  finishing: "Volltextindex",
  changedDocuments: "Dokumente geändert:",
  notUpdated: "Der Index bleibt, wie er ist:",
  answersMeanwhile: (leftOut) =>
    `Der Index wird neu gebaut. So lange antwortet der bisherige${
      leftOut === 0 ? "" : `, ohne ${count(leftOut, "geändertes Dokument", "geänderte Dokumente")}`
    }.`,
  newIndexAnswers: "Der neue Index antwortet.",
  rebuilding: "Der Index ist beschädigt und wird neu gebaut.",
  indexedAs: (passageCount, documentCount, folder) =>
    `${passages(passageCount)} aus ${count(documentCount, "Dokument", "Dokumenten")} stehen im Index ${folder}.`,
  upToDate: (passageCount, documentCount, folder) =>
    `Der Index ${folder} ist aktuell: ${passages(passageCount)} aus ${count(documentCount, "Dokument", "Dokumenten")}.`,
};
