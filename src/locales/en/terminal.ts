import { formatNumber } from "../dates.ts";
import type { TerminalMessages } from "../messages.ts";
import { pageRanges } from "../page-ranges.ts";

const number = (value: number): string => formatNumber(value, "en");
const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;
const passages = (value: number): string => count(value, "passage", "passages");
const pages = (numbers: readonly number[]): string => `p. ${pageRanges(numbers)}`;
const documents = (value: number): string => count(value, "document", "documents");

const questions = (value: number): string => count(value, "question", "questions");

export const terminal: TerminalMessages = {
  fields: {
    title: "title",
    heading: "heading",
    outerHeading: "outer headings",
    leadIn: "lead-in",
    tableHead: "head of the table",
    question: "question",
  },
  evaluation: {
    answerable: (asked) => `${questions(asked)} that the documents answer`,
    first: (found) => `the right passage comes first: ${number(found)}`,
    amongThree: (found) => `it is among the first three: ${number(found)}`,
    amongTen: (found) => `it is among the first ten: ${number(found)}`,
    sure: (sure, right) => `answered as sure: ${number(sure)}, of these right: ${number(right)}`,
    leftUnanswered: (none) => `not answered although the answer is there: ${number(none)}`,
    unanswerable: (asked) => `${questions(asked)} that the documents do not answer`,
    toldSo: (none) => `told so: ${number(none)}`,
    wronglySure: (sure) => `answered as sure all the same: ${number(sure)}`,
    toLookAt: "Worth a look",
    missed: (question, place, first) =>
      `${question} (${place === undefined ? "not among the first ten" : `place ${place}`}; first: ${first ?? "nothing"})`,
    answeredAnyway: (question, first) => `${question} (has no answer; first: ${first ?? "nothing"})`,
  },
  introduction:
    "Fundstelle answers questions with the passages of documents that answer them: word for word, and cited.",
  documentsIn: (folder) => `Documents: ${folder}`,
  sampleInstead: (folder) =>
    `There is no document in ${folder}. This is a sample that comes with the program. For documents of your own, start the program in their folder, or name it: --seeds FOLDER`,
  readAll: (folder, documentCount, megabytes) =>
    `There are at least ${documents(documentCount)} in ${folder} (${number(megabytes)} MB). Read them all?`,
  tryQuestion: (question) => `For example: ${question}`,
  runsLocally:
    "Running here in the terminal, without Discord. To connect: put DISCORD_TOKEN into .env (see .env.example) and start again.",
  welcome: (documentCount, passageCount) =>
    `${documents(documentCount)}, ${passages(passageCount)}. Type a question; /help shows what else there is.`,
  prompt: "Question> ",
  chatHelp: [
    "A question, in German or English    is answered with passages, word for word and cited",
    "zweckgemeinschaft-2023:7            shows that passage in its surroundings",
    "/show 1                             the same for passage 1 of the last answer",
    "/sources                            the documents",
    "/help                               this overview",
    "/quit                               ends the chat (Ctrl-D too)",
  ],
  unknownChatCommand: (command) => `There is no ${command}. /help shows what there is.`,
  showWhat: "/show needs the number of a passage of the last answer, or a citation, such as: /show 1",
  noSuchNumber: (shown) => `The last answer has no passage ${shown}.`,
  goodbye: "Goodbye.",
  textDamaged: (file, isRepaired) =>
    `what is stored of ${file} was damaged${isRepaired ? " and is whole again" : " and cannot be made again: the file has changed, or the index folder cannot be written"}.`,
  indexDamaged: (damage) =>
    damage.kind === "counts"
      ? "what the cluster knows of how often words stand is not as it was written."
      : damage.missing > 0
        ? `in the cluster ${count(damage.missing, "passage", "passages")} of ${damage.file} ${damage.missing === 1 ? "is" : "are"} missing.`
        : `what the cluster has of ${damage.file} is not as it was written.`,
  indexRepaired: (isRepaired) =>
    isRepaired
      ? "the index was built anew, and the one before answered meanwhile."
      : "the index was not built anew, for another process is writing it. Run this again in a moment.",
  checked: ({ documents, passages, texts }) =>
    `checked the index byte by byte: ${count(documents, "document", "documents")}, ${count(passages, "passage", "passages")}, ${count(texts, "stored text", "stored texts")}.`,
  keptRestricted: (file, was) =>
    `${file} stays restricted${file === was ? "" : `, as ${was} was`}, though sources.json does not say so any more. To open it to everybody: fundstelle restricted --lift ${file}`,
  nothingRestricted: "Everybody may see all documents.",
  restrictedDocument: (file, guilds, isStated) =>
    `${file}: ${guilds === "" ? "no server" : guilds}${isStated ? "" : " (sources.json does not say so any more)"}`,
  restrictionLifted: (file) => `Everybody may see ${file} again; a program that runs notices when it reads it next.`,
  backedUp: (rows, file) => `backed up ${count(rows, "entry", "entries")} of the store: ${file}`,
  restored: (rows, file) => `restored ${count(rows, "entry", "entries")} of the store from ${file}`,
  importedLexicon: (english, german, file) =>
    `${number(english)} English and ${number(german)} German words and expressions are translated too from now on: ${file}`,
  moved: "The passage has moved: the same words stand here now.",
  range: (start, end) => `characters ${start}–${end}`,
  lines: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
  bytes: (start, end) => `bytes ${start}–${end}`,
  hits: (total, shown) => `${count(total, "hit", "hits")}, ${number(shown)} of them here.`,
  noHits: "No hits.",
  didYouMean: (words) => `Did you mean ${words.join(", ")}?`,
  score: "score",
  confidence: "confidence",
  isAbout: "is about it",
  saysIt: "says it",
  usually: "usually",
  nothingJudged: "There was nothing to judge.",
  sourceCounts: (passageCount, paragraphs, hidden) =>
    `${passages(passageCount)}, ${count(paragraphs, "paragraph", "paragraphs")}, ${number(hidden)} of them hidden`,
  sourceTotals: (documentCount, passageCount) => `${documents(documentCount)}, ${passages(passageCount)}.`,
  notRead: (files) => `${count(files, "file", "files")} not read:`,
  leftOut: { hidden: "its name hides it (. or _ in front)", format: "unknown format" },
  andMore: (files) => `… and ${number(files)} more`,
  nothingSkipped: "No paragraph is hidden.",
  skippedParagraphs: (hidden) => `${count(hidden, "paragraph is", "paragraphs are")} hidden.`,
  unreadableDocument: (file) => `${file} is left out`,
  readingGap: (gap) => {
    switch (gap.kind) {
      case "encoding-guessed":
        return `encoding guessed: ${gap.encoding}`;
      case "bytes-unreadable":
        return `${count(gap.count, "byte is", "bytes are")} not UTF-8`;
      case "letters-unreadable":
        return `${gap.count === 0 ? "characters" : count(gap.count, "character", "characters")} on ${pages(gap.pages)} cannot be read`;
      case "pages-without-text":
        return `no text that can be read, at most pictures: ${pages(gap.pages)}`;
      case "recognised":
        return `recognised in pictures: ${pages(gap.pages)}`;
      case "objects-unreadable":
        return `${count(gap.count, "object", "objects")} cannot be read, […] in the text`;
      case "attachments-unread":
        return `${gap.names.length === 1 ? "attachment" : "attachments"} not read: ${gap.names.join(", ")}`;
    }
  },
  building: (documentCount) => `Building the index: ${documents(documentCount)}`,
  progress: (done, of, perSecond, secondsLeft) =>
    `${number(done)} of ${number(of)}, ${number(perSecond)} a second${secondsLeft === undefined ? "" : `, ${number(secondsLeft)} s left`}`,
  makingVectors: "The model reads the documents",
  modelFailing: "The model does not answer, the words alone decide",
  modelWorking: "The model answers again.",
  finishing: "Full-text index",
  changedDocuments: "Documents changed:",
  notUpdated: "The index stays what it is:",
  answersMeanwhile: (leftOut) =>
    `The index is being built anew. Until then the one that was there answers${
      leftOut === 0 ? "" : `, without ${count(leftOut, "document that has changed", "documents that have changed")}`
    }.`,
  newIndexAnswers: "The new index answers.",
  rebuilding: "The index is damaged and is being built again.",
  indexedAs: (passageCount, documentCount, folder) =>
    `${passages(passageCount)} of ${documents(documentCount)} are in the index ${folder}.`,
  upToDate: (passageCount, documentCount, folder) =>
    `The index ${folder} is up to date: ${passages(passageCount)} of ${documents(documentCount)}.`,
};
