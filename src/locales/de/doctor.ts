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
  cluster: ({ addresses, version, nodes, health }) =>
    `Cluster: ${version} auf ${addresses}, ${nodes} Knoten, Zustand: ${health ?? "wird diesem Benutzer nicht gezeigt"}`,
  clusterRed:
    "Teile davon sind verloren oder noch nicht da, und bis sie zurück sind, ist die Suche nicht erreichbar: nach den Knoten sehen, die fehlen. Was für immer verloren ist, baut neu: fundstelle check",
  clusterUntried: "Erprobt ist das Programm mit OpenSearch 2.19; mit diesem geht es vielleicht, vielleicht nicht",
  clusterIndex: (state, passages) =>
    ({
      ready: `Index im Cluster: ist da, ${formatNumber(passages ?? 0, "de")} Textstellen, in Form und Analyse dieses Programms`,
      damaged: "Index im Cluster: ist da, aber nicht, was dieses Programm geschrieben hat",
      away: "Index im Cluster: ist da und lässt sich gerade nicht lesen",
      none: "Index im Cluster: wird beim nächsten Start gebaut",
    })[state],
  clusterDamaged: "Neu bauen: fundstelle index --force",
  clusterOthers: (names) =>
    `Auch Indizes anderer Versionen oder Einstellungen sind da. Braucht kein Prozess sie mehr, können sie gelöscht werden: ${names}`,
  texts: (folder) => `Gespeicherte Texte der Dokumente: ${folder}`,
  textsReadOnly:
    "Der Ordner lässt sich nicht beschreiben: Texte werden immer wieder aus ihren Dokumenten gezogen. Rechte ändern, oder INDEX_DIR setzen",
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
