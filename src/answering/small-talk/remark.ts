import { opensRemark } from "./phrases.ts";

/** Whether a reply to an answer is a remark about it rather than a question. */
export function isRemark(text: string): boolean {
  const plain = text.trim();
  return !/[?？]/u.test(plain) && (/[.!…]$/u.test(plain) || opensRemark(plain));
}
