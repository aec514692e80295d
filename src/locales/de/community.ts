import { formatNumber } from "../dates.ts";
import type { CommunityMessages } from "../messages/community-messages.ts";

const number = (value: number): string => formatNumber(value, "de");
const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;

export const community: CommunityMessages = {
  noStore: "Das geht gerade nicht: Der Bot hat keinen Speicher, in dem er etwas behalten könnte.",
  notManager: "Das können nur Leute, die den Server verwalten oder die in /einstellungen genannte Rolle haben.",
  onlyInServers: "Das geht nur auf einem Server.",
  votes: {
    helpful: "War hilfreich",
    notHelpful: "War nicht hilfreich",
    thanks:
      "Danke! Deine Stimme zählt. Wählst du noch einmal, gilt die neue. Was gespeichert ist, zeigt `/datenschutz`.",
    title: "War nicht hilfreich",
    label: "Was hat gefehlt? (freiwillig)",
    placeholder: "Zum Beispiel: veraltet, falsche Stelle, Antwort steht woanders",
    noted: "Danke! Das hilft denen, die sich um die Dokumente kümmern.",
  },
  privacy: {
    title: "Was über dich gespeichert ist",
    nothing: "Über dich ist nichts gespeichert.",
    votes: (votes) => `**${count(votes, "Stimme", "Stimmen")}** zu Antworten:`,
    vote: (isHelpful, day) => `${isHelpful ? "hilfreich" : "nicht hilfreich"}, ${day}`,
    questions: (questions) => `**${count(questions, "Frage", "Fragen")}** im Wortlaut:`,
    blocked: (day) => `Auf diesem Server bist du seit ${day} gesperrt. Das können nur die aufheben, die ihn verwalten.`,
    rules: (days, keepsQuestions) =>
      `Gespeichert wird hier: dass etwas gefragt wurde und ob es eine Antwort gab, ohne Namen; Stimmen unter einem Kürzel, aus dem sich deine Kennung nicht zurückrechnen lässt. ${
        keepsQuestions
          ? "Auf diesem Server auch der Wortlaut von Fragen, unter demselben Kürzel."
          : "Der Wortlaut von Fragen wird hier nicht gespeichert."
      } Nach ${count(days, "Tag", "Tagen")} wird alles davon gelöscht.`,
    more: (more) => `… und ${number(more)} weitere`,
    erase: "Alles über mich löschen",
    erased: "Gelöscht. Über dich ist jetzt nichts mehr gespeichert.",
  },
  settings: {
    title: "Einstellungen dieses Servers",
    sections: { answers: "Antworten", places: "Wo ich antworte", data: "Verwaltung und Daten" },
    names: {
      language: "Sprache",
      askChannels: "Kanäle, in denen ich jede Frage beantworte",
      forumChannels: "Foren, in denen ich jeden neuen Beitrag beantworte",
      solvedForums: "Foren, deren gelöste Beiträge Dokumente werden, wenn die Schreibenden zustimmen",
      threads: "Threads",
      privateAnswers: "Antworten auf Befehle",
      passages: "Textstellen je Antwort",
      collections: "Woraus ich antworte",
      managerRole: "Rolle, die mich verwaltet",
      askersPoint: "Die richtige Stelle nennen",
      keepQuestions: "Wortlaut von Fragen",
      retention: "Alles vergessen nach",
      digestChannel: "Wochenbericht",
    },
    asHost: (value) => `Wie vom Betreiber: ${value}`,
    languages: { each: "Sprache der Person oder Frage", de: "Immer Deutsch", en: "Immer Englisch" },
    threads: { never: "Im Kanal antworten", always: "In einem eigenen Thread antworten" },
    answers: { public: "Für alle sichtbar", private: "Nur für die Person, die fragt" },
    passages: (passages) => `Höchstens ${count(passages, "Textstelle", "Textstellen")}`,
    collections: {
      shared: "Nur aus den Dokumenten des Betreibers",
      own: "Nur aus den Dokumenten dieses Servers",
      both: "Aus beiden",
    },
    questions: { kept: "Speichern: für /auswertung", "not-kept": "Nicht speichern" },
    pointing: { managers: "Nur wer mich verwaltet", askers: "Auch wer gefragt hat" },
    days: (days) => count(days, "Tag", "Tage"),
    none: "keine",
    needsIntent:
      "In diesen Kanälen lese ich Fragen ohne Erwähnung nicht: Der Betreiber hat MESSAGE_CONTENT_INTENT nicht eingeschaltet.",
    howRoles:
      "Damit die Rolle die Befehle sieht: Servereinstellungen, Integrationen, der Bot, dort den Befehl für die Rolle freigeben.",
  },
  pointing: {
    choose: "Diese Stelle beantwortet es …",
    undo: "Zuordnung aufheben",
    pointed: "📌 Diese Stelle haben Menschen auf diesem Server der Frage zugeordnet.",
    title: "Diese Stelle beantwortet es",
    question: "Frage",
    citation: "Fundstelle, zum Beispiel ordnung:7",
    noQuestion: "In dieser Nachricht steht keine Frage.",
    done: (citation, question) =>
      `${citation} steht ab jetzt zuerst, wenn jemand das fragt, auch mit anderen Worten: ${question}`,
    undone: "Aufgehoben. Die Antwort auf diese Frage ist wieder die gefundene.",
    gone: "Das war schon aufgehoben.",
    notYours: "Das können nur Leute, die mich hier verwalten, oder wer gefragt hat, wenn der Server das erlaubt.",
  },
  moderation: {
    nameOne: "Nenne eine Person oder einen Kanal.",
    blocked: (mention) => `${mention} ist gesperrt: Fragen von dort beantworte ich nicht mehr.`,
    alreadyBlocked: (mention) => `${mention} war schon gesperrt.`,
    unblocked: (mention) => `${mention} ist nicht mehr gesperrt.`,
    notBlocked: (mention) => `${mention} war nicht gesperrt.`,
    title: "Gesperrt",
    noneBlocked: "Niemand und kein Kanal ist gesperrt.",
    since: (mention, day) => `${mention}, seit ${day}`,
    auditTitle: "Was zuletzt getan wurde",
    nothingDone: "Noch nichts.",
    actions: {
      set: (detail) => `Einstellung geändert: ${detail}`,
      "blocked-person": (detail) => `Person gesperrt: ${detail}`,
      "blocked-channel": (detail) => `Kanal gesperrt: ${detail}`,
      "unblocked-person": (detail) => `Person entsperrt: ${detail}`,
      "unblocked-channel": (detail) => `Kanal entsperrt: ${detail}`,
      pointed: (detail) => `Stelle zugeordnet: ${detail}`,
      unpointed: (detail) => `Zuordnung aufgehoben: ${detail}`,
      "document-added": (detail) => `Dokument hinzugefügt: ${detail}`,
      "document-removed": (detail) => `Dokument entfernt: ${detail}`,
      "document-restricted": (detail) => `Dokument beschränkt: ${detail}`,
      "documents-reloaded": (detail) => `Dokumente neu gelesen: ${detail}`,
      "answer-marked": (detail) => `Als Antwort festgehalten: ${detail}`,
      "solved-post-added": (detail) => `Gelöster Beitrag wurde Dokument: ${detail}`,
      "solved-post-removed": (detail) => `Gelöster Beitrag ist kein Dokument mehr: ${detail}`,
      insights: (detail) => `Auswertung angesehen: ${detail}`,
    },
    youAreBlocked: "Hier beantworte ich dir keine Fragen: Das haben die so eingestellt, die den Server verwalten.",
  },
};
