import { foldCase } from "../../analysis/folding.ts";

/** Folded words with drawn-out letters shortened: "loool", "hahaha", "dankeee". */
export function plainWords(text: string): string {
  return foldCase(text.replace(/['’]/gu, ""))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/(\p{L})\1{2,}/gu, "$1")
    .replace(/(?<!\p{L})(?:ha){2,}h?(?!\p{L})/gu, "haha")
    .replace(/(?<!\p{L})(?:he){2,}(?!\p{L})/gu, "hehe")
    .replace(/(?<!\p{L})(lo)+l+(?!\p{L})/gu, "lol")
    .replace(/(?<!\p{L})(hm+|mhm+|mh)(?!\p{L})/gu, "hm")
    .trim();
}
