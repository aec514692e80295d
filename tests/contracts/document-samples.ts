export interface DocumentSample {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Each stands in one paragraph. */
  readonly words: readonly string[];
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** A small document in every format, by the parser's name. */
export const documentSamples: Readonly<Record<string, DocumentSample>> = {
  "plain-text": {
    file: "ferry.txt",
    bytes: utf8("The new ferry\r\n\r\nIt took eight years to build. Gru\u0308\u00dfe!\r\n\r\n\r\nIt is fast."),
    words: ["The new ferry", "eight years", "It is fast."],
  },
  markdown: {
    file: "ferry.md",
    bytes: utf8(
      "---\ntitle: Ferry\n---\n\n# The new ferry\n\nIt took *eight* years.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n",
    ),
    words: ["The new ferry", "It took *eight* years.", "| 1 | 2 |"],
  },
};
