import type { MailWords } from "../../rules/document-rules.ts";

export const englishMail: MailWords = {
  subject: "subject|re",
  from: "from|sender",
  to: "to",
  date: "date|sent|sent on",
  other: "priority|importance|attached|attachments?",
  forwarded: "(?:original|forwarded) (?:message|e-?mail|mail)|begin forwarded message",
};
