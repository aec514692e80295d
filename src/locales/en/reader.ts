import { formatNumber } from "../dates.ts";
import type { ReaderMessages } from "../messages/reader-messages.ts";

const count = (amount: number, one: string, many: string): string =>
  `${formatNumber(amount, "en")} ${amount === 1 ? one : many}`;

export const reader: ReaderMessages = {
  ask: "Ask",
  askPlaceholder: "What would you like to know?",
  search: "Search",
  searchPlaceholder: "Words to look for",
  documents: "Documents",
  documentCounts: (paragraphs, passages) =>
    `${count(paragraphs, "paragraph", "paragraphs")}, ${count(passages, "passage", "passages")}`,
  searchInstead: "Search for these words",
  askInstead: "Ask this as a question",
  noHits: "No hits.",
  hits: (total) => count(total, "hit", "hits"),
  didYouMean: "Did you mean",
  openInDocument: "Show in the document",
  openOriginal: "Open the original",
  openPdf: "Show as PDF",
  previousPage: "Previous page",
  nextPage: "Next page",
  previousHit: "Previous hit",
  nextHit: "Next hit",
  hitOf: (position, total) => `Hit ${formatNumber(position, "en")} of ${formatNumber(total, "en")}`,
  toCited: "To the cited passage",
  showHidden: "Show hidden paragraphs",
  leaveHiddenOut: "Leave hidden paragraphs out",
  hiddenBy: (rule) => `hidden: ${rule}`,
  copyLink: "Copy link",
  copyCitation: "Copy citation",
  copied: "Copied",
  cite: "Cite",
  skipToText: "Skip to the text",
  keys: "Keys: j and k for the next and previous paragraph, / for the search field, ? for this help",
  states: {
    unchanged: "Unchanged: the words stand where the citation says.",
    moved: "Moved: the same words stand elsewhere now.",
    changed: "Changed: other words stand there now.",
    gone: "Gone: no document holds these words any more.",
  },
  notFoundTitle: "Not found",
  notFound: "There is no such page, document or citation.",
  deniedTitle: "No access",
  denied: {
    unsigned: "The way in is a link that the bot hands out in Discord. Please ask there.",
    expired: "This link has expired. Please ask again in Discord.",
    broken: "This link is incomplete or meant for another document. Please ask again in Discord.",
  },
  tooManyTitle: "Too many requests",
  tooMany: (seconds) => `Please try again in ${count(seconds, "second", "seconds")}.`,
  failedTitle: "That went wrong",
  failed: "That should not have happened. Please try again later.",
  pdfWithoutScript: "Open the PDF at this page",
  backToText: "To the document's text",
  openAt: (address) => `Open in a browser: ${address}`,
};
