import { type DocumentRules, saidByAll } from "../language-rules.ts";
import type { BoilerplateRule } from "./boilerplate-rule.ts";

type Words = NonNullable<DocumentRules["boilerplate"]>;
type Wording = NonNullable<Words[keyof Words]>;

/** A rule without the words that languages have for it. */
type Form = { readonly name: keyof Words | "ornament" } & (
  | { readonly scope: "line" | "end"; readonly maxChars: number; readonly patterns?: readonly RegExp[] }
  | { readonly scope: "box"; readonly maxChars: number; readonly atLeast: number }
  | { readonly scope: "words"; readonly words?: readonly string[] }
);

/** Every rule, with what is the same in all languages; the first that fits a paragraph names it. */
const forms: readonly Form[] = [
  // News sites and blogs put into and around an article: advertisements, ways to share it, calls to subscribe.
  { name: "advertisement", scope: "line", maxChars: 80 },
  { name: "skip-link", scope: "line", maxChars: 60 },
  { name: "external-content", scope: "box", maxChars: 1_500, atLeast: 2 },
  { name: "consent", scope: "box", maxChars: 1_500, atLeast: 2 },
  { name: "newsletter", scope: "box", maxChars: 700, atLeast: 1 },
  { name: "newsletter", scope: "line", maxChars: 260 },
  { name: "app", scope: "line", maxChars: 260 },
  { name: "live-blog", scope: "line", maxChars: 260, patterns: [/^\+{2,}[^+]{3,200}\+{2,}$/u] },
  { name: "read-also", scope: "line", maxChars: 240 },
  { name: "sharing", scope: "line", maxChars: 60 },
  {
    name: "sharing",
    scope: "words",
    words: [
      "facebook",
      "twitter",
      "x",
      "whatsapp",
      "instagram",
      "linkedin",
      "xing",
      "pinterest",
      "telegram",
      "threads",
      "bluesky",
      "mastodon",
      "reddit",
      "flipboard",
      "messenger",
      "e-mail",
      "email",
      "mail",
      "pocket",
    ],
  },
  // Forums, wikis and manuals: boxes of members, and what readers can do with a page.
  { name: "forum", scope: "words" },
  { name: "forum", scope: "line", maxChars: 120 },
  { name: "page-tools", scope: "line", maxChars: 80 },
  { name: "page-tools", scope: "words" },
  // Pages of any kind: comments, boxes of members, controls, reading times, rights, ornaments.
  { name: "audience-label", scope: "words" },
  { name: "comments", scope: "line", maxChars: 120 },
  { name: "members", scope: "line", maxChars: 200 },
  { name: "controls", scope: "line", maxChars: 60 },
  { name: "reading-time", scope: "line", maxChars: 60 },
  {
    name: "rights",
    scope: "line",
    maxChars: 200,
    patterns: [/^(?:©|\(c\)|copyright) ?(?:©)? ?\d{4}(?: ?[-–] ?\d{4})?\b[^.!?]{0,80}$/iu],
  },
  { name: "ornament", scope: "line", maxChars: 200, patterns: [/^[^\p{L}\p{N}]*$/u] },
  {
    name: "agency-initials",
    scope: "end",
    maxChars: 40,
    patterns: [/^\(?[\p{L}]{2,6}(?:\/[\p{L}]{2,6}){1,4}\)?\.?$/u],
  },
];

export const boilerplateRules: readonly BoilerplateRule[] = forms.map(withWords);

function withWords(form: Form): BoilerplateRule {
  const said = <T>(pick: (wording: Wording) => readonly T[] | undefined): readonly T[] =>
    saidByAll(({ boilerplate }) => {
      const wording = form.name === "ornament" ? undefined : boilerplate?.[form.name];
      return wording === undefined ? [] : pick(wording);
    });
  switch (form.scope) {
    case "line":
      return {
        ...form,
        lines: said(({ lines }) => lines),
        patterns: [...(form.patterns ?? []), ...said(({ patterns }) => patterns)],
      };
    case "end":
      return { ...form, patterns: [...(form.patterns ?? []), ...said(({ patterns }) => patterns)] };
    case "box":
      return { ...form, words: said(({ hints }) => hints), signs: said(({ signs }) => signs) };
    case "words":
      return { ...form, words: [...(form.words ?? []), ...said(({ words }) => words)] };
  }
}
