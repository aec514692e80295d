import { formatNumber } from "../dates.ts";
import type { DocumentsMessages } from "../messages/documents-messages.ts";

const number = (value: number): string => formatNumber(value, "de");
const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;
const andList = new Intl.ListFormat("de");
const orList = new Intl.ListFormat("de", { type: "disjunction" });

export const documents: DocumentsMessages = {
  turnedOff: "Eigene Dokumente lassen sich hier nicht hinzufügen: Der Betreiber hat das nicht eingeschaltet.",
  nameOne: "Gib eine Datei oder den Link einer Nachricht an, oder ruf den Befehl in einem Thread auf.",
  badLink: "Das ist kein Link einer Nachricht oder eines Threads dieses Servers.",
  badAddress: "Das ist keine Webadresse. Sie beginnt mit https:// oder http://.",
  notVisible: "Diese Nachricht gibt es nicht, oder du oder ich dürfen sie nicht lesen.",
  nothingSaid: (needsIntent) =>
    needsIntent
      ? "Da steht nichts, was ich lesen kann. Der Betreiber hat MESSAGE_CONTENT_INTENT nicht eingeschaltet; bis dahin geht es nur mit dem Befehl im Menü einer Nachricht."
      : "Da steht nichts, woraus ein Dokument werden könnte.",
  notFetched: (name) => `${name}: Die Datei ist zu groß, oder Discord gibt sie gerade nicht heraus.`,
  unknownFormat: (name, extensions) => `${name}: Dieses Format lese ich nicht. Ich lese ${extensions}.`,
  unreadable: (name, reason) => `${name}: Das lässt sich nicht lesen. ${reason}`,
  full: (most, megabytes) =>
    `Dafür ist kein Platz mehr: Ein Server kann ${count(most, "Dokument", "Dokumente")} mit zusammen ${number(megabytes)} MB hinzufügen. Nimm andere mit \`/documents remove\` heraus.`,
  preview: "Soll dieses Dokument hinzukommen?",
  passages: (passages) => count(passages, "Textstelle", "Textstellen"),
  size: (bytes) =>
    bytes < 1024 * 1024 ? `${number(Math.ceil(bytes / 1024))} KB` : `${number(Math.round(bytes / 1024 / 1024))} MB`,
  noPassages: "⚠️ Darin ist keine Textstelle, die sich finden ließe.",
  same: (title) => `⚠️ Dieselbe Datei gibt es hier schon: ${title}`,
  onlyIn: (channels) => `🔒 nur in ${orList.format(channels)}`,
  onlyFor: (roles) => `🔒 nur für ${orList.format(roles)}`,
  add: "Hinzufügen",
  discard: "Verwerfen",
  added: (title, key) => `**${title}** ist hinzugekommen: ${key}`,
  addedLater: (title) => `**${title}** ist gespeichert und wird gefunden, sobald der Index fertig ist.`,
  discarded: "Verworfen.",
  tooLate: "Das liegt nicht mehr vor. Füg es bitte noch einmal hinzu.",
  notKept:
    "Das lässt sich gerade nicht speichern: Dem Betreiber fehlt dafür Platz, oder ich darf dort nicht schreiben. Es hat sich nichts geändert.",
  unknown: "Ein solches Dokument hat dieser Server nicht hinzugefügt.",
  reallyRemove: (title, key) =>
    `**${title}** (${key}) entfernen? Die Datei wird gelöscht, und Fundstellen daraus gehen nicht mehr auf.`,
  remove: "Entfernen",
  removed: (title) => `**${title}** ist entfernt.`,
  list: (all, most) => `Dokumente dieses Servers: ${number(all)} von höchstens ${number(most)}`,
  none: "Dieser Server hat noch keine eigenen Dokumente. `/documents add` fügt eines hinzu.",
  addedOn: (day) => `seit ${day}`,
  notFound: "⚠️ nicht im Index",
  reloaded: "Neu gelesen.",
  restrict: (title) => `Wer sieht **${title}**?`,
  howRestricted:
    "Ohne Auswahl: alle auf diesem Server. Mit Rollen: nur wer eine davon hat, und nur in Antworten, die sonst niemand sieht. Mit Kanälen: nur dort. Mit beiden: nur wer beides erfüllt.",
  roles: "Rollen",
  channels: "Kanäle",
  solved: {
    ask: "**Das hat die Frage beantwortet.** Darf daraus ein Dokument dieses Servers werden, mit dem ich später Fragen beantworte?",
    post: (mention, hasAgreed) => `${hasAgreed ? "✓" : "–"} ${mention}: Titel und erste Nachricht dieses Beitrags`,
    answer: (mention, hasAgreed) => `${hasAgreed ? "✓" : "–"} ${mention}: die Antwort`,
    both: (mention) => `– ${mention}: Titel und erste Nachricht dieses Beitrags, und die Antwort`,
    rules:
      "Behalten wird nur etwas, wenn alle Genannten zustimmen: Wortlaut, Tag und Name. Zurücknehmen geht jederzeit, hier oder mit `/datenschutz`.",
    agree: "Einverstanden",
    decline: "Lieber nicht",
    kept: "Dieser Beitrag und seine Antwort sind jetzt ein Dokument dieses Servers.",
    withdraw: "Zurücknehmen",
    notKept: "Davon wird nichts behalten.",
    notYours: "Das können nur die entscheiden, deren Worte behalten würden.",
    over: "Das ist nicht mehr offen.",
    asked: "Ich habe im Beitrag gefragt, ob die Antwort behalten werden darf.",
    already: "Das ist schon als Antwort festgehalten.",
    notHere: "Das geht nur in Beiträgen der Foren, die in `/einstellungen` dafür ausgewählt sind.",
    notAllowed: "Das kann nur, wer den Beitrag eröffnet hat, oder wer hier moderiert.",
    noAnswer:
      "Das kann keine Antwort sein: Gebraucht wird eine Nachricht, die ein Mensch unter dem Beitrag eines Menschen geschrieben hat.",
    needsIntent: "Das geht nicht: Der Betreiber hat MESSAGE_CONTENT_INTENT nicht eingeschaltet.",
    mayNotWrite: "Ich darf hier nicht schreiben und kann deshalb nicht um Zustimmung fragen.",
    about: (posts, agreed) =>
      `**${count(posts, "gelöster Beitrag", "gelöste Beiträge")}** mit Worten von dir, ${agreed === 0 ? "keinem" : number(agreed)} davon hast du zugestimmt.`,
  },
  about: (added, messages) =>
    `${andList.format([
      ...(added === 0 ? [] : [`**${count(added, "Dokument", "Dokumente")}** von dir hinzugefügt`]),
      ...(messages === 0 ? [] : [`**${count(messages, "Nachricht", "Nachrichten")}** von dir in Dokumenten`]),
    ])}. Das bleibt, bis es gelöscht wird.`,
};
