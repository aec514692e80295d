import { formatNumber } from "../dates.ts";
import type { DoctorMessages } from "../messages.ts";

const states = {
  ready: "is there",
  outdated: "has another form, and is built again at the next start",
  damaged: "is damaged, and is built again at the next start",
  none: "is built at the next start",
};

export const doctor: DoctorMessages = {
  node: (version) => `Node ${version}`,
  nodeNeeded: (version) => `Install Node ${version} or newer: https://nodejs.org`,
  settings: (file) => `Settings: in order${file === undefined ? " (no .env in this folder)" : `, from ${file}`}`,
  wrongSettings: (count) => (count === 1 ? "A setting is wrong" : `${count} settings are wrong`),
  documents: (count, isMore, folder) =>
    `Documents: ${isMore ? "more than " : ""}${formatNumber(count, "en")} in ${folder}`,
  noDocuments: (extensions) => `Put ${extensions} files into it, or change SEEDS_DIR or --seeds`,
  sampleShown:
    "A sample is shown. For documents of your own: put them into this folder, or name another: --seeds FOLDER",
  index: (folder, state) => `Index: ${folder} ${states[state]}`,
  indexReadOnly: "The folder cannot be written: the index is built at every start. Change its rights, or set INDEX_DIR",
  cluster: ({ addresses, version, nodes, health }) =>
    `Cluster: ${version} on ${addresses}, ${nodes} ${nodes === 1 ? "node" : "nodes"}, health: ${health ?? "not shown to this user"}`,
  clusterRed:
    "Parts of it are lost or not there yet, and until they are back the search is not available: look at the nodes that are down. What is lost for good is built anew by: fundstelle check",
  clusterUntried: "The program is tried with OpenSearch 2.19; with this one it may work or not",
  clusterIndex: (state, passages) =>
    ({
      ready: `Index in the cluster: is there, ${formatNumber(passages ?? 0, "en")} passages, of this program's form and analysis`,
      damaged: "Index in the cluster: is there, and is not what this program has written",
      away: "Index in the cluster: is there, and cannot be read at the moment",
      none: "Index in the cluster: is built at the next start",
    })[state],
  clusterDamaged: "Build it anew: fundstelle index --force",
  clusterOthers: (names) =>
    `Indices of other versions or settings are there too. When no process needs them any more, they can be deleted: ${names}`,
  texts: (folder) => `Stored texts of documents: ${folder}`,
  textsReadOnly:
    "The folder cannot be written: texts are extracted from their documents again and again. Change its rights, or set INDEX_DIR",
  port: (setting, port) => `${setting}: ${port} is free`,
  portTaken: (setting, port) => `${setting}: ${port} cannot be listened on`,
  portRemedy: "If the program runs already, it is that; else take another port, or leave the setting out",
  noToken: "Discord: not set up; the program runs in the terminal. To connect: put DISCORD_TOKEN into .env",
  bot: (name) => `Discord: reachable, and the token is that of ${name}`,
  intentRemedy:
    "MESSAGE_CONTENT_INTENT is set, but not allowed: turn on Message Content Intent in the developer portal, under Bot",
  summary: (bad) =>
    bad === 0 ? "All is in order." : `${bad === 1 ? "One thing is" : `${bad} things are`} to be put right.`,
};
