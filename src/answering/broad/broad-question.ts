import type { LanguageCode } from "../../documents/document.ts";

/** A question that asks for documents rather than a passage: for all of them, or for those about a topic. */
export type BroadQuestion = { readonly kind: "collection" } | { readonly kind: "topic"; readonly topic: string };

const documents = {
  de: "(?:dokumente?n?|texte?n?|quellen?|dateien|datei|unterlagen?|seiten?|artikeln?|berichte?n?|beiträgen?|beiträge|sammlung|material(?:ien)?)",
  en: "(?:documents?|texts?|sources?|files?|pages?|articles?|reports?|collection|docs|material)",
};
const end = "\\s*[?.!]*\\s*$";

/** Questions about the whole collection: "Worum geht es hier?", "what can I ask you about?" */
const collectionPatterns: Record<LanguageCode, readonly RegExp[]> = {
  de: [
    `^(?:um was|worum) (?:geht|handelt) es (?:hier|eigentlich|sich|denn|überhaupt|bei dir|da|insgesamt|\\s)*(?:(?:in|bei) (?:den|diesen|der|dieser|euren|deinen|ihren) ${documents.de})?${end}`,
    `^(?:wovon|von was) handel(?:t|n) (?:die|diese|das|dieses|deine|eure)? ?(?:${documents.de}|das|alles|hier|\\s)*${end}`,
    `^was (?:steht|ist|findet sich|finde ich|gibt es) (?:alles |so )*(?:(?:hier|da)(?: drin)?|(?:in|bei) (?:den|diesen|der|dieser|deinen|euren) ${documents.de})(?: alles| so| drin)*${end}`,
    `^welche (?:${documents.de}|themen) (?:gibt es|hast du|habt ihr|kennst du|sind (?:da|hier|drin|enthalten|vorhanden))(?: hier| alles| so| denn)*${end}`,
    `^was (?:kann|könnte|darf) (?:ich|man) (?:dich |euch |hier |so |alles )*(?:fragen|erfahren|nachschlagen|finden)${end}`,
    `^(?:gib mir |zeig mir |ich (?:brauche|möchte|hätte gern) )?(?:bitte )?(?:einen )?(?:überblick|übersicht|zusammenfassung)(?: über (?:alles|die|diese|alle) ?(?:${documents.de})?)?(?: bitte)?${end}`,
  ].map((pattern) => new RegExp(pattern, "iu")),
  en: [
    `^what(?:['’]s| is| are) (?:this|these|it|the|here|all|all this|your|those) ?(?:${documents.en})? ?(?:all )?about${end}`,
    `^what do (?:these|the|your|those) ${documents.en} (?:cover|say|contain|talk about|deal with)${end}`,
    `^what(?:['’]s| is) (?:in here|here|in (?:the|these|this|your) ${documents.en})${end}`,
    `^(?:what|which) (?:${documents.en}|topics) (?:are there|do you (?:have|know)|are (?:here|in here|available|included))(?: here)?${end}`,
    `^what can (?:i|we|one) (?:ask|find|look up|learn)(?: you| here| about)*${end}`,
    `^(?:please )?(?:give me |show me |i need |i(?:['’]d| would) like )?(?:an? )?(?:overview|summary)(?: of (?:all|the|these|your|everything) ?(?:${documents.en})?)?(?: please)?${end}`,
  ].map((pattern) => new RegExp(pattern, "iu")),
};

/** The topic is the first group. */
const topicPatterns: Record<LanguageCode, readonly RegExp[]> = {
  de: [
    `^(?:in )?welche[nrms]? ${documents.de} (?:gibt es|hast du|habt ihr|kennst du|findet man|finde ich)(?: hier| denn| alles)* (?:zu[mr]?|über|von|vom|für|mit|rund um) (.+?)${end}`,
    `^(?:in )?welche[nrms]? ${documents.de} (?:handel[tn]|sprechen|spricht|schreiben|schreibt|berichten|berichtet|reden) (?:von|vom|über|zum?|zur) (.+?)${end}`,
    `^in welche[nrms]? ${documents.de} (?:geht es um|steht etwas (?:zu[mr]?|über)|kommt|kommen|wird|werden) (.+?)(?: (?:vor|erwähnt|genannt|behandelt|beschrieben))?${end}`,
    `^(?:gibt es|hast du|habt ihr) (?:hier |irgend)*(?:etwas|was|${documents.de}) (?:zu[mr]?|über) (.+?)${end}`,
    `^(?:gib mir |zeig mir )?(?:bitte )?(?:einen )?(?:überblick|übersicht) (?:zu[mr]?|über) (?!alles|alle|die ${documents.de})(.+?)${end}`,
    `^was gibt es (?:hier |alles )*(?:zu[mr]?|über) (.+?)${end}`,
  ].map((pattern) => new RegExp(pattern, "iu")),
  en: [
    `^(?:which|what) ${documents.en} (?:are there|do you have|are|talk|speak|write|deal|exist) ?(?:about|on|with|of|for|there about) (.+?)${end}`,
    `^(?:which|what) ${documents.en} (?:cover|mention|discuss|describe|deal with|name) (.+?)${end}`,
    `^(?:do you have|is there|are there) (?:anything|something|any ${documents.en}) (?:about|on) (.+?)${end}`,
    `^(?:please )?(?:give me |show me )?(?:an? )?overview (?:of|on|about) (?!all|everything|the ${documents.en})(.+?)${end}`,
    `^what is there (?:about|on) (.+?)${end}`,
  ].map((pattern) => new RegExp(pattern, "iu")),
};

/** @returns undefined for all other questions */
export function broadQuestion(question: string, language: LanguageCode): BroadQuestion | undefined {
  const asked = question.trim().replace(/\s+/gu, " ");
  if (collectionPatterns[language]?.some((pattern) => pattern.test(asked))) return { kind: "collection" };
  for (const pattern of topicPatterns[language] ?? []) {
    const topic = pattern.exec(asked)?.[1]?.trim();
    if (topic !== undefined && topic !== "") return { kind: "topic", topic };
  }
  return undefined;
}
