import type { ErrorMessages } from "../messages.ts";

export const errors: ErrorMessages = {
  usage: { what: "So lässt sich der Befehl nicht aufrufen." },
  "settings-invalid": { what: "Eine Einstellung stimmt nicht." },
  "folder-missing": {
    what: "Den Ordner gibt es nicht.",
    remedy: (extensions) =>
      `Ihn anlegen und Dateien mit den Endungen ${extensions} hineinlegen, oder mit --seeds einen anderen nennen.`,
  },
  "folder-empty": {
    what: "Im Ordner liegt kein lesbares Dokument.",
    remedy: (extensions) =>
      `Dateien mit den Endungen ${extensions} hineinlegen, oder mit --seeds einen anderen nennen.`,
  },
  "folder-large": {
    what: "In diesem Ordner liegt viel.",
    remedy: "Sollen alle Dokumente darin gelesen werden, ihn nennen: --seeds . (sonst einen kleineren)",
  },
  "file-unreadable": { what: "Die Datei lässt sich nicht lesen." },
  "not-text": {
    what: "Die Datei enthält keinen Text.",
    remedy: "Sie als UTF-8-Text speichern oder herausnehmen.",
  },
  "document-unparsable": { what: "Das Dokument lässt sich nicht auswerten." },
  "sources-invalid": {
    what: "sources.json stimmt nicht.",
    remedy: "sources.json berichtigen, oder herausnehmen: Dann wird alles aus den Dateien abgeleitet.",
  },
  "fetch-failed": { what: "Das lässt sich nicht holen." },
  "fetch-refused": { what: "Diese Adresse wird nicht aufgesucht." },
  "citation-unknown": { what: "Diese Fundstelle gibt es nicht." },
  "citation-invalid": {
    what: "Das ist keine Fundstelle.",
    remedy:
      "Eine Fundstelle ist der Schlüssel des Dokuments, ein Doppelpunkt und die Nummer des Absatzes: zweckgemeinschaft-2023:7",
  },
  "proof-failed": { what: "Der Beleg stimmt nicht mit der Datei überein." },
  "document-changed": {
    what: "Das Dokument ist nicht mehr das, das im Index steht.",
    remedy: "Aufrufen: fundstelle index",
  },
  "restrictions-unreadable": {
    what: "Die Liste der beschränkten Dokumente (restricted.json in DATA_DIR) lässt sich nicht lesen.",
    remedy:
      "Eine Kopie davon zurücklegen. Gibt es keine: prüfen, ob sources.json alles beschränkt, was nicht alle sehen dürfen, und sie dann löschen.",
  },
  "question-empty": {
    what: "Die Frage ist leer.",
    remedy: 'Eine Frage in Anführungszeichen angeben: fundstelle ask "Wer …?"',
  },
  "question-too-long": { what: "Die Frage ist zu lang.", remedy: "Kürzer fragen." },
  "index-damaged": { what: "Der Index ist beschädigt.", remedy: "Aufrufen: fundstelle index" },
  "index-locked": {
    what: "Ein anderer Prozess schreibt gerade den Index.",
    remedy: "Warten, bis er fertig ist; läuft kein solcher Prozess, writer.lock aus dem Ordner des Index löschen.",
  },
  "disk-failed": { what: "Auf die Platte lässt sich nicht schreiben." },
  "judgments-invalid": { what: "Die Datei mit den Urteilen stimmt nicht." },
  "lexicon-invalid": { what: "Das Wörterbuch stimmt nicht." },
  "discord-token-invalid": {
    what: "Discord nimmt das Token nicht an.",
    remedy:
      "Ein neues holen unter https://discord.com/developers/applications: die Anwendung, Bot, Reset Token; in .env eintragen.",
  },
  "discord-intents-disallowed": {
    what: "Discord erlaubt diese Intents nicht.",
    remedy:
      "Message Content Intent einschalten unter https://discord.com/developers/applications: die Anwendung, Bot, Privileged Gateway Intents; oder MESSAGE_CONTENT_INTENT=false setzen.",
  },
  "discord-shards-wrong": {
    what: "Die Shards in SHARDS und SHARD_COUNT passen nicht zu diesem Bot.",
    remedy:
      "SHARDS und SHARD_COUNT weglassen, dann gilt, was Discord empfiehlt; ein Shard fasst höchstens 2.500 Server.",
  },
  "discord-version-unknown": {
    what: "Discord spricht diese Fassung seiner Schnittstelle nicht mehr.",
    remedy: "Das Programm aktualisieren.",
  },
  "discord-unreachable": { what: "Discord ist nicht zu erreichen." },
  "gateway-silent": { what: "Discord meldet sich nicht mehr." },
  "model-unavailable": {
    what: "Das Modell ist nicht zu gebrauchen.",
    remedy: "Prüfen, ob es läuft und richtig eingestellt ist; bis dahin entscheiden die Wörter allein.",
  },
  "store-unavailable": { what: "Der Speicher lässt sich nicht öffnen." },
  "store-too-new": {
    what: "Den Speicher hat eine neuere Version des Programms angelegt.",
    remedy: "Die neuere Version nehmen, oder eine ältere Sicherung zurückspielen: fundstelle restore DATEI",
  },
  "store-key-wrong": {
    what: "Zum Speicher gehört ein anderer Schlüssel für Personen.",
    remedy: "PERSON_KEY auf den bisherigen Schlüssel setzen, oder die bisherige person.key in DATA_DIR legen.",
  },
  "backup-invalid": {
    what: "Das ist keine Sicherung.",
    remedy: "Eine Datei nennen, die fundstelle backup geschrieben hat.",
  },
  "search-unavailable": {
    what: "Die Suche ist gerade nicht erreichbar.",
    remedy: "Gleich noch einmal versuchen; hält es an, den Zustand des Clusters hinter INDEX_URL ansehen.",
  },
  busy: { what: "Gerade ist zu viel zu tun.", remedy: "Gleich noch einmal versuchen." },
  internal: { what: "Das hätte nicht geschehen dürfen." },
};
