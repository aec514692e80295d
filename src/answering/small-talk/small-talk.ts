import { foldCase } from "../../analysis/folding.ts";
import { fillers, phrases, type SmallTalk } from "./phrases.ts";

const kinds: readonly SmallTalk[] = ["help", "thanks", "greeting", "remark"];
const known: ReadonlyMap<string, SmallTalk> = new Map(
  kinds.flatMap((kind) =>
    phrases[kind]
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .flatMap((line): [string, SmallTalk][] => {
        const words = normalized(line).split(" ");
        const plain = words.filter((word) => !fillers.has(word));
        return [words, ...(plain.length < 2 ? [] : [plain])].map((form) => [form.join(" "), kind]);
      }),
  ),
);
/** Nobody's small talk is longer. */
const mostWords = 12;

/** What kind of small talk a whole message is; undefined for everything that may be a question to the documents. */
export function smallTalkOf(text: string): SmallTalk | undefined {
  const words = normalized(text);
  if (words === "") return "remark";
  const all = words.split(" ");
  if (all.length > mostWords) return undefined;
  return kindOf(all) ?? kindOf(all.filter((word) => !fillers.has(word))) ?? severalOf(all);
}

function kindOf(words: readonly string[]): SmallTalk | undefined {
  return known.get(words.join(" "));
}

/** "Ok, danke dir!", "haha lol": one phrase after another; what is asked or said last but remarks counts. */
function severalOf(words: readonly string[]): SmallTalk | undefined {
  const found: SmallTalk[] = [];
  for (let at = 0; at < words.length; ) {
    let length = words.length - at;
    while (length > 0 && kindOf(words.slice(at, at + length)) === undefined) length--;
    const kind = kindOf(words.slice(at, at + length));
    if (kind === undefined) {
      if (!fillers.has(words[at] ?? "")) return undefined;
      at++;
      continue;
    }
    found.push(kind);
    at += length;
  }
  return found.findLast((kind) => kind !== "remark") ?? found.at(-1);
}

/** Folded words; letters that are drawn out are few again: "loool", "hahaha", "dankeee". */
function normalized(text: string): string {
  return foldCase(text.replace(/['’]/gu, ""))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/(\p{L})\1{2,}/gu, "$1")
    .replace(/(?<!\p{L})(?:ha){2,}h?(?!\p{L})/gu, "haha")
    .replace(/(?<!\p{L})(?:he){2,}(?!\p{L})/gu, "hehe")
    .replace(/(?<!\p{L})(lo)+l+(?!\p{L})/gu, "lol")
    .replace(/(?<!\p{L})(hm+|mhm+|mh)(?!\p{L})/gu, "hm")
    .trim();
}
