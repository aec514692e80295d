import type { OverviewRules } from "../../rules/questions/overview-rules.ts";

const documents = "(?:documents?|texts?|sources?|files?|pages?|articles?|reports?|collection|docs|material)";
const end = "\\s*[?.!]*\\s*$";

/** How English asks for documents rather than a passage. */
export const englishOverviews: OverviewRules = {
  // "What can I ask you about?"
  collection: [
    `^what(?:['’]s| is| are) (?:this|these|it|the|here|all|all this|your|those) ?(?:${documents})? ?(?:all )?about${end}`,
    `^what do (?:these|the|your|those) ${documents} (?:cover|say|contain|talk about|deal with)${end}`,
    `^what(?:['’]s| is) (?:in here|here|in (?:the|these|this|your) ${documents})${end}`,
    `^(?:what|which) (?:${documents}|topics) (?:are there|do you (?:have|know)|are (?:here|in here|available|included))(?: here)?${end}`,
    `^what can (?:i|we|one) (?:ask|find|look up|learn)(?: you| here| about)*${end}`,
    `^(?:please )?(?:give me |show me |i need |i(?:['’]d| would) like )?(?:an? )?(?:overview|summary)(?: of (?:all|the|these|your|everything) ?(?:${documents})?)?(?: please)?${end}`,
  ].map((pattern) => new RegExp(pattern, "iu")),
  // "Which documents are there about rents?"
  topic: [
    `^(?:which|what) ${documents} (?:are there|do you have|are|talk|speak|write|deal|exist) ?(?:about|on|with|of|for|there about) (.+?)${end}`,
    `^(?:which|what) ${documents} (?:cover|mention|discuss|describe|deal with|name) (.+?)${end}`,
    `^(?:do you have|is there|are there) (?:anything|something|any ${documents}) (?:about|on) (.+?)${end}`,
    `^(?:please )?(?:give me |show me )?(?:an? )?overview (?:of|on|about) (?!all|everything|the ${documents})(.+?)${end}`,
    `^what is there (?:about|on) (.+?)${end}`,
  ].map((pattern) => new RegExp(pattern, "iu")),
};
