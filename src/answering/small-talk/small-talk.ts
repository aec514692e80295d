import { fillers, phrasesOf, type SmallTalk } from "./phrases.ts";
import { plainWords } from "./plain-words.ts";

const kinds: readonly SmallTalk[] = ["help", "thanks", "greeting", "remark"];
const known: ReadonlyMap<string, SmallTalk> = new Map(
  kinds.flatMap((kind) =>
    phrasesOf(kind).flatMap((line): [string, SmallTalk][] => {
      const words = plainWords(line).split(" ");
      const plain = words.filter((word) => !fillers.has(word));
      return [words, ...(plain.length < 2 ? [] : [plain])].map((form) => [form.join(" "), kind]);
    }),
  ),
);
/** Longer messages are not small talk. */
const mostWords = 12;

/** Whether a reason for giving no answer is that nothing was asked. */
export function isSmallTalk(reason: string): reason is SmallTalk {
  return kinds.some((kind) => kind === reason);
}

/** What kind of small talk a whole message is; undefined for everything that may be a question to the documents. */
export function smallTalkOf(text: string): SmallTalk | undefined {
  const words = plainWords(text);
  if (words === "") return "remark";
  const all = words.split(" ");
  if (all.length > mostWords) return undefined;
  return kindOf(all) ?? kindOf(all.filter((word) => !fillers.has(word))) ?? severalOf(all);
}

function kindOf(words: readonly string[]): SmallTalk | undefined {
  return known.get(words.join(" "));
}

/**
 * For several phrases in a row ("Ok, danke dir!", "haha lol"): a request for help wins, otherwise the last phrase that
 * is not just a remark.
 */
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
  return found.find((kind) => kind === "help") ?? found.findLast((kind) => kind !== "remark") ?? found.at(-1);
}
