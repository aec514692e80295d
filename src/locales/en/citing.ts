import { formatNumber } from "../dates.ts";
import type { CitingMessages } from "../messages/citing-messages.ts";

const instead = (found: string | undefined): string => (found === undefined ? "" : `: ${found}`);

export const citing: CitingMessages = {
  states: {
    proven: "proven",
    failed: "not proven",
    moved: "moved",
    changed: "changed: other words stand there now",
    gone: "gone: no document holds those words any more",
    unknown: "There is no such passage",
    invalid: "That is not a citation",
    unquoted: "nothing proven: nothing is quoted of it",
  },
  failures: {
    document: (found) => `the document is another one or cannot be read${instead(found)}`,
    place: (found) => `the words stand elsewhere${instead(found)}`,
    range: (found) => `the range of characters is wrong${instead(found)}`,
    bytes: (found) => `the range of bytes is wrong${instead(found)}`,
    lines: (found) => `the lines are wrong${instead(found)}`,
    "file-hash": (found) => `the file is another one${instead(found)}`,
    "text-hash": (found) => `the file's text is another one${instead(found)}`,
    fingerprint: (found) => `the fingerprint is wrong${instead(found)}`,
    quote: () => "the quote differs from the document",
    highlight: () => "the marked sentence is not inside the passage",
    title: (found) => `the title is another one${instead(found)}`,
    date: (found) => `the date is another one${instead(found)}`,
    paragraph: (found) => `the paragraph's number is another one${instead(found)}`,
    section: (found) => `the section is another one${instead(found)}`,
    page: (found) => `the page is another one${instead(found)}`,
    anchor: (found) => `the anchor is another one${instead(found)}`,
    link: (found) => `the link leads elsewhere${instead(found)}`,
  },
  notChecked: (names) => `not checked: ${names.join(", ")}`,
  standsAt: (citation) => `the same words stand here now: ${citation}`,
  standsThereNow: (citation) => `what stands there: ${citation}`,
  didYouMean: (citations) => `Did you mean ${citations.join(", ")}?`,
  fileHash: (beginning) => `SHA-256 of the file ${beginning}…`,
  quoteHash: (beginning) => `of the quote ${beginning}…`,
  summary: (proven, total) =>
    `${formatNumber(proven, "en")} of ${formatNumber(total, "en")} ${total === 1 ? "citation is" : "citations are"} proven.`,
  pageOf: (page, pages) => `page ${page} of ${pages}`,
  readOn: (command) => `go on with: ${command}`,
};
