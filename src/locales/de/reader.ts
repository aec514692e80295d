import { formatNumber } from "../dates.ts";
import type { ReaderMessages } from "../messages/reader-messages.ts";

const count = (amount: number, one: string, many: string): string =>
  `${formatNumber(amount, "de")} ${amount === 1 ? one : many}`;

export const reader: ReaderMessages = {
  ask: "Fragen",
  askPlaceholder: "Was möchten Sie wissen?",
  search: "Suchen",
  searchPlaceholder: "Wörter, die vorkommen sollen",
  documents: "Dokumente",
  documentCounts: (paragraphs, passages) =>
    `${count(paragraphs, "Absatz", "Absätze")}, ${count(passages, "Stelle", "Stellen")}`,
  searchInstead: "Nach diesen Wörtern suchen",
  askInstead: "Als Frage stellen",
  noHits: "Kein Treffer.",
  hits: (total) => count(total, "Treffer", "Treffer"),
  didYouMean: "Meinten Sie",
  openInDocument: "Im Dokument zeigen",
  openOriginal: "Original öffnen",
  openPdf: "Als PDF zeigen",
  previousPage: "Vorige Seite",
  nextPage: "Nächste Seite",
  previousHit: "Voriger Treffer",
  nextHit: "Nächster Treffer",
  hitOf: (position, total) => `Treffer ${formatNumber(position, "de")} von ${formatNumber(total, "de")}`,
  toCited: "Zur zitierten Stelle",
  showHidden: "Ausgeblendete Absätze zeigen",
  leaveHiddenOut: "Ausgeblendete Absätze weglassen",
  hiddenBy: (rule) => `ausgeblendet: ${rule}`,
  copyLink: "Link kopieren",
  copyCitation: "Nachweis kopieren",
  copied: "Kopiert",
  cite: "Zitieren",
  skipToText: "Zum Text",
  keys: "Tasten: j und k zum nächsten und vorigen Absatz, / zum Suchfeld, ? für diese Hilfe",
  states: {
    unchanged: "Unverändert: Der Wortlaut steht, wo die Fundstelle es sagt.",
    moved: "Umgezogen: Derselbe Wortlaut steht jetzt an anderer Stelle.",
    changed: "Geändert: An dieser Stelle steht jetzt anderes.",
    gone: "Verschwunden: Kein Dokument enthält diesen Wortlaut noch.",
  },
  notFoundTitle: "Nicht gefunden",
  notFound: "Diese Seite, dieses Dokument oder diese Fundstelle gibt es nicht.",
  deniedTitle: "Kein Zugang",
  denied: {
    unsigned: "Hier kommt man mit einem Link hinein, den der Bot in Discord ausgibt. Bitte dort fragen.",
    expired: "Dieser Link ist abgelaufen. Bitte in Discord noch einmal fragen.",
    broken: "Dieser Link ist unvollständig oder gilt für ein anderes Dokument. Bitte in Discord noch einmal fragen.",
  },
  tooManyTitle: "Zu viele Anfragen",
  tooMany: (seconds) => `Bitte in ${count(seconds, "Sekunde", "Sekunden")} noch einmal versuchen.`,
  failedTitle: "Das ging schief",
  failed: "Das hätte nicht geschehen dürfen. Bitte später noch einmal versuchen.",
  pdfWithoutScript: "Das PDF an dieser Seite öffnen",
  backToText: "Zum Text des Dokuments",
  openAt: (address) => `Im Browser öffnen: ${address}`,
};
