import { formatNumber } from "../dates.ts";
import type { DiscordMessages } from "../messages/discord-messages.ts";
import { community } from "./community.ts";
import { documents } from "./documents.ts";

const number = (value: number): string => formatNumber(value, "de");
const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;
const orList = new Intl.ListFormat("de", { type: "disjunction" });
const andList = new Intl.ListFormat("de");

export const discord: DiscordMessages = {
  commands: {
    ask: {
      name: "fragen",
      description: "Beantwortet eine Frage mit den Textstellen, die sie beantworten",
      options: {
        question: { name: "frage", description: "Was du wissen willst" },
        source: { name: "quelle", description: "Nur in diesem Dokument suchen" },
        from: {
          name: "von",
          description: "Nur Dokumente ab diesem Tag, Monat oder Jahr: 2023-09-12, 9.2023 oder 2023",
        },
        until: { name: "bis", description: "Nur Dokumente bis zu diesem Tag, Monat oder Jahr" },
        private: { name: "privat", description: "Nur du siehst die Antwort" },
      },
    },
    cite: {
      name: "zitieren",
      description: "Zeigt eine Fundstelle mit Umgebung und Beleg",
      options: {
        reference: { name: "fundstelle", description: "Zum Beispiel zweckgemeinschaft-2023:7" },
        style: { name: "stil", description: "Schreibt den Nachweis in diesem Stil, zum Beispiel als BibTeX" },
        private: { name: "privat", description: "Nur du siehst die Stelle" },
      },
    },
    search: {
      name: "suchen",
      description: "Listet alle Stellen, an denen bestimmte Wörter stehen",
      options: {
        terms: { name: "begriffe", description: "Die gesuchten Wörter" },
        private: { name: "privat", description: "Nur du siehst die Treffer" },
      },
    },
    sources: { name: "quellen", description: "Listet die Dokumente", options: {} },
    source: {
      name: "quelle",
      description: "Öffnet ein Dokument zum Lesen, Seite für Seite",
      options: {
        source: { name: "quelle", description: "Das Dokument" },
        page: { name: "seite", description: "Die Seite, bei der es losgeht" },
      },
    },
    help: { name: "hilfe", description: "Erklärt, was Fundstelle kann", options: {} },
    privacy: {
      name: "datenschutz",
      description: "Zeigt und löscht, was über dich gespeichert ist",
      options: {},
    },
    settings: {
      name: "einstellungen",
      description: "Sprache, Kanäle, Daten: was auf diesem Server gilt",
      options: {},
    },
    insights: {
      name: "auswertung",
      description: "Was gefragt wurde, was ohne Antwort blieb und was geholfen hat",
      options: { days: { name: "tage", description: "Der letzten so vielen Tage (sonst 30)" } },
    },
    documents: {
      name: "dokumente",
      description: "Eigene Dokumente dieses Servers",
      parts: {
        add: {
          name: "hinzufügen",
          description: "Eine Datei, eine Nachricht oder einen Thread zum Dokument machen",
          options: {
            file: { name: "datei", description: "Die Datei: PDF, Word, Markdown, Text und andere" },
            message: {
              name: "nachricht",
              description: "Link einer Nachricht oder eines Threads; sonst der Thread hier",
            },
            title: { name: "titel", description: "Wie das Dokument heißen soll" },
            address: { name: "adresse", description: "Wo es im Web steht" },
          },
        },
        remove: {
          name: "entfernen",
          description: "Ein Dokument dieses Servers löschen",
          options: { document: { name: "dokument", description: "Welches" } },
        },
        list: { name: "liste", description: "Was es gibt, und was sich nicht lesen ließ", options: {} },
        reload: { name: "neu-lesen", description: "Alle Dokumente dieses Servers noch einmal lesen", options: {} },
        restrict: {
          name: "beschränken",
          description: "Ein Dokument nur für Rollen oder nur in Kanälen zeigen",
          options: { document: { name: "dokument", description: "Welches" } },
        },
      },
    },
    moderation: {
      name: "moderation",
      description: "Wer und wo nicht gefragt werden darf, und was zuletzt getan wurde",
      parts: {
        block: {
          name: "sperren",
          description: "Fragen einer Person oder aus einem Kanal nicht mehr beantworten",
          options: {
            person: { name: "person", description: "Wer nicht mehr fragen darf" },
            channel: { name: "kanal", description: "Wo nicht mehr gefragt werden darf" },
          },
        },
        unblock: {
          name: "entsperren",
          description: "Fragen einer Person oder aus einem Kanal wieder beantworten",
          options: {
            person: { name: "person", description: "Wer wieder fragen darf" },
            channel: { name: "kanal", description: "Wo wieder gefragt werden darf" },
          },
        },
        list: {
          name: "liste",
          description: "Zeigt, was gesperrt ist und was zuletzt getan wurde",
          options: {},
        },
      },
    },
    findSources: "Belege suchen",
    pointOut: "Richtige Stelle nennen",
    makeDocument: "Zum Dokument machen",
    markAnswer: "Als Antwort festhalten",
  },
  community,
  documents,
  buttons: {
    previous: "◀ Zurück",
    next: "Weitere ▶",
    context: "Kontext",
    cite: "Zitieren",
    openSource: "Quelle",
    closest: "Nächstliegende Stellen",
    followUp: "Weiterfragen",
    share: "Teilen",
    delete: "Löschen",
    read: "Hier weiterlesen",
  },
  passagesOf: (first, last, total) => (first === last ? `${first} von ${total}` : `${first}–${last} von ${total}`),
  more: {
    placeholder: "Mehr …",
    context: "Kontext zeigen",
    cite: "Zitieren",
    read: "Im Dokument weiterlesen",
    share: "Für alle sichtbar machen",
    delete: "Antwort löschen",
  },
  question: (question) => `Frage: ${question}`,
  closestPassages: "Das kommt am nächsten:",
  onlyIn: (source) => `nur in ${source}`,
  since: (day) => `ab ${day}`,
  until: (day) => `bis ${day}`,
  followsOn: (question) => `Anschluss an: ${question}`,
  sharedBy: (mention) => `Geteilt von ${mention}`,
  followUp: { title: "Weiterfragen", label: "Deine Frage", placeholder: "Und im September?" },
  passage: {
    before: "Davor",
    after: "Danach",
    proof: "Beleg",
    moved: "Die Stelle ist umgezogen: Derselbe Wortlaut steht jetzt hier.",
    characters: (start, end) => `Zeichen ${start}–${end}`,
    lines: (first, last) => (first === last ? `Zeile ${first}` : `Zeilen ${first}–${last}`),
    fingerprint: (fingerprint) => `Fingerabdruck ${fingerprint}`,
    file: (file) => `Datei ${file}`,
  },
  citation: {
    title: "So lässt sich die Stelle zitieren",
    otherStyles: "Ein anderer Stil …",
    hint: "Nachschlagen mit /zitieren, prüfen mit dem Fingerabdruck nach dem @.",
  },
  search: {
    title: (terms) => `Treffer für ${terms}`,
    hits: (total, first, last) => `${first}–${last} von ${count(total, "Treffer", "Treffern")}`,
    none: "Kein Treffer.",
    didYouMean: (words) => `Meintest du ${orList.format(words)}?`,
    open: "Einen Treffer öffnen …",
  },
  sources: {
    title: (documents) => count(documents, "Dokument", "Dokumente"),
    none: "Hier ist kein Dokument zu sehen.",
    passages: (passages) => count(passages, "Textstelle", "Textstellen"),
    read: "Ein Dokument lesen …",
    jump: "Seite …",
    jumpLabel: (pages) => `Seite, 1 bis ${number(pages)}`,
    use: "Einen Absatz zitieren oder teilen …",
    page: (page, pages) => `Seite ${page} von ${pages}`,
    originalPages: (first, last) =>
      first === last ? `im Original Seite ${first}` : `im Original Seiten ${first}–${last}`,
  },
  statements: {
    title: "Was die Dokumente zu dieser Nachricht sagen",
    none: "Zu keiner Aussage der Nachricht fand sich ein Beleg.",
    noText: "Die Nachricht hat keinen Text, zu dem sich Belege suchen ließen.",
    nothingStated: "Die Nachricht behauptet nichts, wozu sich Belege suchen ließen.",
    more: (more) => `${count(more, "weitere Aussage", "weitere Aussagen")} nicht geprüft.`,
    noSupport: "Dazu fand sich nichts.",
    toMessage: "Zur Nachricht",
  },
  help: (documents, passages, mention, example) => [
    "## Fundstelle",
    `Ich antworte mit Stellen aus ${count(documents, "Dokument", "Dokumenten")} (${count(passages, "Textstelle", "Textstellen")}), wörtlich und belegt. Steht nichts darin, sage ich das.`,
    `**Etwas wissen**: ${mention} erwähnen, mir direkt schreiben oder \`/fragen\` (auch \`privat\`).`,
    "**Nachhaken**: *Weiterfragen* unter der Antwort. „Und im September?“ genügt. Auf meine Antwort auf eine Erwähnung kannst du auch einfach antworten.",
    "**Eine Nachricht prüfen**: gedrückt halten oder Rechtsklick, Apps, *Belege suchen*.",
    "**Wörter finden**: `/suchen` **Lesen**: `/quellen`, `/quelle`",
    `**Zitieren**: *Mehr …* unter der Antwort, oder \`/zitieren\` ${example}`,
    "-# Fett ist der Satz, der antwortet. Änderst oder löschst du deine Frage, tut die Antwort das auch.",
  ],
  joined: (mention, documents) => [
    `Hallo! Ich beantworte Fragen mit Stellen aus ${count(documents, "Dokument", "Dokumenten")}, wörtlich und belegt.`,
    `So geht es los: ${mention} mit einer Frage erwähnen, oder \`/fragen\`. \`/hilfe\` zeigt, was sonst geht, \`/quellen\` die Dokumente.`,
    "-# In welchen Kanälen und für wen die Befehle da sind, stellst du unter Servereinstellungen, Integrationen ein.",
  ],
  presence: (documents) => `/fragen · ${count(documents, "Dokument", "Dokumente")}`,
  problems: {
    outdated:
      "Dieser Knopf gehört zu einer älteren Nachricht, und was er zeigte, gibt es so nicht mehr. Bitte stelle die Frage noch einmal.",
    notYours: "Das kann nur, wer die Frage gestellt hat.",
    notForAll: "Das kann ich hier nicht teilen: Darin steht etwas aus Dokumenten, die hier nicht alle sehen dürfen.",
    changedSince:
      "Das teile ich nicht mehr: Etwas darin wurde seither geändert oder entfernt. Frag oder schlag noch einmal nach, dann siehst du, was jetzt in den Dokumenten steht.",
    onlyPrivately: "Dieses Dokument dürfen hier nicht alle sehen. Du darfst es: Frag noch einmal mit `privat: True`.",
    alreadyShared: "Das ist schon geteilt.",
    deleted: "Gelöscht.",
    cannotDelete: "Löschen können die Antwort nur die Person, die gefragt hat, und wer hier Nachrichten verwaltet.",
    reallyDelete: "Nach dieser Antwort hat jemand anderes gefragt. Wirklich löschen?",
    cooldown: (seconds) =>
      `Das waren viele Fragen auf einmal. Bitte in ${count(seconds, "Sekunde", "Sekunden")} noch einmal.`,
    unknownSource: (suggestions) =>
      `Dieses Dokument gibt es hier nicht.${suggestions.length === 0 ? "" : ` Meintest du ${orList.format(suggestions)}?`} \`/quellen\` listet alle.`,
    badDate: (text) => `${text} ist kein Datum. Es geht zum Beispiel 2023-09-12, 12.9.2023, 2023-09 oder 2023.`,
    emptyTime: "Der Zeitraum endet, bevor er anfängt.",
    badCitation: "Das ist keine Fundstelle. Eine Fundstelle sieht so aus: `zweckgemeinschaft-2023:7`.",
    unknownCitation: (suggestions) =>
      `Diese Fundstelle gibt es hier nicht.${suggestions.length === 0 ? "" : ` Meintest du ${orList.format(suggestions)}?`}`,
    changedCitation: "Das Dokument hat sich geändert: An dieser Stelle steht nicht mehr, was zitiert wurde.",
    noSuchPage: "Diese Seite gibt es nicht.",
    noMorePassages: "Mehr Stellen gibt es zu dieser Frage nicht.",
    questionEmpty: "Da steht keine Frage. Schreib, was du wissen willst.",
    questionTooLong: (maxChars) => `Die Frage ist zu lang. Bitte mit höchstens ${number(maxChars)} Zeichen fragen.`,
    unreadableMessage:
      "Zu der Nachricht, auf die du antwortest, bekomme ich keinen Text. Schreib die Frage hinter die Erwähnung; oder Rechtsklick auf die Nachricht, Apps, *Belege suchen*.",
    roleMentioned:
      "Du hast meine Rolle erwähnt, und dann bekomme ich den Text nicht. Erwähne mich selbst: den Eintrag mit meinem Bild in der Liste, die sich nach dem @ öffnet. Oder frag mit /fragen.",
    documentsAway: "Die Dokumente lassen sich gerade nicht lesen. Bitte später noch einmal.",
    busy: "Gerade ist zu viel los. Bitte gleich noch einmal.",
    searchUnavailable: "Die Suche ist gerade nicht erreichbar. Bitte gleich noch einmal.",
    closing: "Ich werde gerade neu gestartet. Bitte gleich noch einmal.",
    internal: (id) =>
      `Da ist etwas schiefgegangen. Bitte noch einmal versuchen; hilft das nicht, findet sich der Fehler im Protokoll unter \`${id}\`.`,
    missingPermissions: (channel, permissions) =>
      `Ich würde dir in ${channel} gern antworten, aber mir fehlt dort das Recht: ${andList.format(permissions)}. Wer den Server verwaltet, kann es mir geben. Hier in der Direktnachricht oder mit /fragen geht es auch so.`,
    timedOut: (channel) =>
      `Ich würde dir in ${channel} gern antworten, habe auf dem Server aber gerade einen Timeout. Hier in der Direktnachricht oder mit /fragen geht es auch so.`,
    slowMode: (channel) =>
      `In ${channel} gilt der Langsam-Modus, und ich darf dort gerade nichts schreiben. Hier in der Direktnachricht oder mit /fragen geht es auch so.`,
    blocked:
      "Die Antwort enthält Wörter, die AutoMod auf diesem Server sperrt. In einer Direktnachricht an mich kannst du sie lesen.",
    plain: (code) => `Discord hat die Antwort nur als einfachen Text angenommen (${code}): Die Knöpfe fehlen.`,
  },
  permissions: {
    view: "Kanal ansehen",
    connect: "Verbinden",
    send: "Nachrichten senden",
    sendInThreads: "Nachrichten in Threads senden",
    history: "Nachrichtenverlauf anzeigen",
  },
};
