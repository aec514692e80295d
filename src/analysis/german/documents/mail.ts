import type { MailWords } from "../../rules/document-rules.ts";

export const germanMail: MailWords = {
  subject: "betreff|betrifft",
  from: "von|absender",
  to: "an|empfänger",
  date: "datum|gesendet(?: am)?|zeitpunkt",
  other: "kopie|blindkopie|antwort an|wichtigkeit|priorität|anlagen?|anhänge?",
  forwarded:
    "(?:ursprüngliche|weitergeleitete) (?:nachricht|e-?mail|mail)|anfang der weitergeleiteten (?:nachricht|e-?mail)",
};
