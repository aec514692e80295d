import type { ErrorMessages } from "../messages.ts";

export const errors: ErrorMessages = {
  usage: { what: "So lässt sich der Befehl nicht aufrufen." },
  "settings-invalid": { what: "Eine Einstellung stimmt nicht." },
  "folder-missing": { what: "Den Ordner gibt es nicht." },
  "folder-empty": { what: "Im Ordner liegt kein lesbares Dokument." },
  "file-unreadable": { what: "Die Datei lässt sich nicht lesen." },
  "not-text": { what: "Die Datei enthält keinen Text." },
  "document-unparsable": { what: "Das Dokument lässt sich nicht auswerten." },
  "sources-invalid": { what: "sources.json stimmt nicht." },
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
  "question-empty": {
    what: "Die Frage ist leer.",
    remedy: 'Eine Frage in Anführungszeichen angeben: fundstelle ask "Wer …?"',
  },
  "question-too-long": { what: "Die Frage ist zu lang.", remedy: "Kürzer fragen." },
  "index-damaged": { what: "Der Index ist beschädigt.", remedy: "Aufrufen: fundstelle index" },
  "index-locked": { what: "Ein anderer Prozess schreibt gerade den Index." },
  "disk-failed": { what: "Auf die Platte lässt sich nicht schreiben." },
  "judgments-invalid": { what: "Die Datei mit den Urteilen stimmt nicht." },
  "lexicon-invalid": { what: "Das Wörterbuch stimmt nicht." },
  "discord-token-invalid": { what: "Discord nimmt das Token nicht an." },
  "discord-intents-disallowed": { what: "Discord erlaubt diese Intents nicht." },
  "discord-unreachable": { what: "Discord ist nicht zu erreichen." },
  "gateway-silent": { what: "Discord meldet sich nicht mehr." },
  busy: { what: "Gerade ist zu viel zu tun.", remedy: "Gleich noch einmal versuchen." },
  internal: { what: "Das hätte nicht geschehen dürfen." },
};
