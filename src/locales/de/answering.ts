import { formatDate, formatNumber } from "../dates.ts";
import type { AnswerMessages } from "../messages.ts";
import { finding } from "./findings.ts";

export const answer: AnswerMessages = {
  uncertain: "Unsicher: Vielleicht steht die Antwort nicht darin.",
  doubts: (findings) => `Dagegen spricht: ${findings.join("; ")}`,
  finding,
  abstained: "Darauf steht in den Dokumenten keine Antwort.",
  reasons: {
    "nothing-to-look-for": "Die Frage enthält kein Wort, nach dem sich suchen ließe.",
    "not-found": "Wichtige Wörter der Frage kommen in keinem Dokument vor.",
    "never-together": "Die Wörter der Frage kommen vor, aber nirgends genug davon in einem Absatz.",
    weak: "Was gefunden wurde, ergibt keine Antwort.",
    "no-documents": "Die Auswahl lässt kein Dokument übrig.",
    help: "Stell mir eine Frage, und ich zeige die Stellen der Dokumente, die sie beantworten, wörtlich und mit Beleg.",
    thanks: "Gern geschehen.",
    greeting: "Hallo! Stell mir eine Frage zu den Dokumenten.",
    remark: "Das ist keine Frage an die Dokumente.",
  },
  lookedFor: "Gesucht",
  found: "gefunden",
  notFound: "nirgends gefunden",
  elsewhere: "nur an anderer Stelle",
  takenFor: (word, correctedTo) => `${word} (als „${correctedTo}“)`,
  closest: "Am nächsten kommen",
  answeringSentence: "Der Satz dazu",
  paragraph: ({ paragraph, lastParagraph, part = "" }) =>
    lastParagraph === undefined ? `Absatz ${paragraph}${part}` : `Absatz ${paragraph}–${lastParagraph}`,
  page: (page, unit, lastPage) =>
    `${{ page: "Seite", slide: "Folie", row: "Zeile" }[unit]} ${page}${lastPage === undefined ? "" : `–${lastPage}`}`,
  recognised: "im Bild erkannt, kann Fehler haben",
  standing: ({ kind, day, since, replacedBy }) => {
    if (kind === "coming") return `gilt noch nicht${day === undefined ? "" : `, erst ab ${formatDate(day, "de")}`}`;
    const ended =
      since !== undefined
        ? ` seit ${formatDate(since, "de")}`
        : day !== undefined
          ? ` (bis ${formatDate(day, "de")})`
          : "";
    const titles = replacedBy.map(({ title, key }) => (key === undefined ? title : `${title} (${key})`)).join(", ");
    return `gilt nicht mehr${ended}${titles === "" ? "" : `, ersetzt durch: ${titles}`}`;
  },
  editionsLeftOut: (passages) =>
    passages === 1
      ? "Eine Stelle einer anderen Fassung ist weggelassen; wer nach „alter Fassung“ oder einem Jahr fragt, bekommt sie."
      : `${formatNumber(passages, "de")} Stellen anderer Fassungen sind weggelassen; wer nach „alter Fassung“ oder einem Jahr fragt, bekommt sie.`,
  caption: "Bildunterschrift",
  table: "Tabelle",
  code: "Quelltext",
  undated: "ohne Datum",
  modelVerdict: {
    yes: "Ein Sprachmodell hat mitgelesen: Die Stelle nennt die Antwort.",
    partly: "Ein Sprachmodell hat mitgelesen: Die Stelle nennt einen Teil der Antwort.",
    no: "Ein Sprachmodell hat mitgelesen: Die Stelle nennt die Antwort nicht.",
  },
  alsoIn: (citations) => `Ebenso in ${citations.join(", ")}`,
  similarIn: (citations) => `Ähnlich in ${citations.join(", ")}`,
  saysDifferentThings: "Die Dokumente nennen Verschiedenes, die neuesten zuerst.",
  undatedLeftOut: (documents) =>
    documents === 1
      ? "Ein Dokument ohne Datum blieb unberücksichtigt."
      : `${formatNumber(documents, "de")} Dokumente ohne Datum blieben unberücksichtigt.`,
  published: (published) => formatDate(published, "de"),
};
