import { formatNumber } from "../dates.ts";
import type { CitingMessages } from "../messages/citing-messages.ts";

const instead = (found: string | undefined): string => (found === undefined ? "" : `: ${found}`);

export const citing: CitingMessages = {
  states: {
    proven: "belegt",
    failed: "nicht belegt",
    moved: "umgezogen",
    changed: "geändert: An dieser Stelle steht jetzt anderes",
    gone: "verschwunden: Kein Dokument enthält diesen Wortlaut noch",
    unknown: "Diese Fundstelle gibt es nicht",
    invalid: "Das ist keine Fundstelle",
    unquoted: "nichts belegt: Es ist nichts daraus zitiert",
  },
  failures: {
    document: (found) => `das Dokument ist ein anderes oder nicht lesbar${instead(found)}`,
    place: (found) => `der Wortlaut steht an anderer Stelle${instead(found)}`,
    range: (found) => `der Zeichenbereich stimmt nicht${instead(found)}`,
    bytes: (found) => `der Bytebereich stimmt nicht${instead(found)}`,
    lines: (found) => `die Zeilen stimmen nicht${instead(found)}`,
    "file-hash": (found) => `die Datei ist eine andere${instead(found)}`,
    "text-hash": (found) => `der Text der Datei ist ein anderer${instead(found)}`,
    fingerprint: (found) => `der Fingerabdruck stimmt nicht${instead(found)}`,
    quote: () => "das Zitat weicht vom Dokument ab",
    highlight: () => "der hervorgehobene Satz liegt nicht in der Stelle",
    title: (found) => `der Titel ist ein anderer${instead(found)}`,
    date: (found) => `das Datum ist ein anderes${instead(found)}`,
    paragraph: (found) => `die Nummer des Absatzes ist eine andere${instead(found)}`,
    section: (found) => `der Abschnitt ist ein anderer${instead(found)}`,
    page: (found) => `die Seite ist eine andere${instead(found)}`,
    anchor: (found) => `die Sprungmarke ist eine andere${instead(found)}`,
    link: (found) => `der Link führt anderswohin${instead(found)}`,
  },
  notChecked: (names) => `nicht geprüft: ${names.join(", ")}`,
  standsAt: (citation) => `derselbe Wortlaut steht jetzt hier: ${citation}`,
  standsThereNow: (citation) => `was dort steht: ${citation}`,
  didYouMean: (citations) => `Gemeint ist vielleicht ${citations.join(", ")}`,
  fileHash: (beginning) => `SHA-256 der Datei ${beginning}…`,
  quoteHash: (beginning) => `des Zitats ${beginning}…`,
  summary: (proven, total) =>
    `${formatNumber(proven, "de")} von ${formatNumber(total, "de")} ${total === 1 ? "Fundstelle" : "Fundstellen"} belegt.`,
  pageOf: (page, pages) => `Seite ${page} von ${pages}`,
  readOn: (command) => `weiter mit: ${command}`,
};
