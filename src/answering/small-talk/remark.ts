/** Openings of remarks on an answer that ask nothing: "Das stimmt nicht.", "I don't think so". */
const saying =
  /^(?:das|dies|es|ich|du|wir|ihr|so|ja|nein|doch|stimmt|genau|that|this|it|i|you|we|no|yes|yeah|nah|well)(?:['’]\p{L}+)?(?!\p{L})/iu;

/** Whether a reply to an answer is a remark about it rather than a question. */
export function isRemark(text: string): boolean {
  const plain = text.trim();
  return !/[?？]/u.test(plain) && (/[.!…]$/u.test(plain) || saying.test(plain));
}
