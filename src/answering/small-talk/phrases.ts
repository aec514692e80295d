import { languages } from "../../analysis/languages.ts";
import type { SmallTalkPhrases } from "../../analysis/rules/small-talk-rules.ts";

/** Kinds of messages that do not ask the documents anything. `help`: what the program can do. */
export type SmallTalk = keyof SmallTalkPhrases;

const rules = languages.flatMap(({ smallTalk }) => smallTalk ?? []);

/** What people write in any language. */
const everywhere: SmallTalkPhrases = {
  help: "",
  thanks: `
    merci
  `,
  greeting: `
    hi
    hey
    ciao
  `,
  remark: `
    lol
    rofl
    lmao
    xd
    hm
    aha
    ah
    oh
    wow
    haha
    hehe
    ok
    okay
    k
    cool
    super
    okey
    oki
    top
    hihi
  `,
};

/** Whole messages of a kind, folded, without `fillers`. */
export function phrasesOf(kind: SmallTalk): readonly string[] {
  return [everywhere, ...rules.map(({ phrases }) => phrases)]
    .flatMap((phrases) => phrases[kind].split("\n"))
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Filler words, which do not matter. */
export const fillers: ReadonlySet<string> = new Set([
  "bot",
  "bots",
  "fundstelle",
  ...rules.flatMap((rule) => rule.fillers),
]);

/** Whether a text opens as a remark does that asks nothing: "Das stimmt nicht.", "I don't think so". */
export function opensRemark(text: string): boolean {
  return rules.some(({ remark }) => remark.test(text));
}
