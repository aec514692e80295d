import { formatNumber } from "../dates.ts";
import type { DoctorMessages } from "../messages.ts";

const states = {
  ready: "ist da",
  outdated: "hat eine andere Fassung und wird beim nächsten Start neu gebaut",
  damaged: "ist beschädigt und wird beim nächsten Start neu gebaut",
  none: "wird beim nächsten Start gebaut",
};

export const doctor: DoctorMessages = {
  node: (version) => `Node ${version}`,
  nodeNeeded: (version) => `Node ${version} oder neuer einspielen: https://nodejs.org`,
  settings: (file) =>
    `Einstellungen: in Ordnung${file === undefined ? " (keine .env in diesem Ordner)" : `, aus ${file}`}`,
  wrongSettings: (count) => (count === 1 ? "Eine Einstellung stimmt nicht" : `${count} Einstellungen stimmen nicht`),
  documents: (count, isMore, folder) =>
    `Dokumente: ${isMore ? "mehr als " : ""}${formatNumber(count, "de")} in ${folder}`,
  noDocuments: (extensions) => `Dateien mit den Endungen ${extensions} hineinlegen, oder SEEDS_DIR oder --seeds ändern`,
  sampleShown:
    "Es wird eine Probe gezeigt. Eigene Dokumente: in diesen Ordner legen, oder einen anderen nennen: --seeds ORDNER",
  index: (folder, state) => `Index: ${folder} ${states[state]}`,
  indexReadOnly:
    "Der Ordner lässt sich nicht beschreiben: Der Index wird bei jedem Start neu gebaut. Rechte ändern, oder INDEX_DIR setzen",
  port: (setting, port) => `${setting}: ${port} ist frei`,
  portTaken: (setting, port) => `${setting}: Auf ${port} lässt sich nicht hören`,
  portRemedy: "Läuft das Programm schon, ist es das; sonst einen anderen Port nehmen, oder die Einstellung weglassen",
  noToken:
    "Discord: nicht eingerichtet; das Programm läuft im Terminal. Zum Verbinden: DISCORD_TOKEN in .env eintragen",
  bot: (name) => `Discord: erreichbar, das Token gehört zu ${name}`,
  intentRemedy:
    "MESSAGE_CONTENT_INTENT ist gesetzt, aber nicht erlaubt: im Developer Portal unter Bot Message Content Intent einschalten",
  summary: (bad) =>
    bad === 0 ? "Alles in Ordnung." : `${bad === 1 ? "Ein Punkt ist" : `${bad} Punkte sind`} zu richten.`,
};
