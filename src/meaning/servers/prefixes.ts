/** Prefixes by which a model recognises what a text is. */
export interface Prefixes {
  readonly question: string;
  readonly passage: string;
}

const none: Prefixes = { question: "", passage: "" };

/** By what the names of models have in common; from the models' own cards. */
const known: readonly { readonly name: RegExp; readonly prefixes: Prefixes }[] = [
  {
    name: /e5-.*-instruct|e5-mistral/iu,
    prefixes: {
      question: "Instruct: Given a question, retrieve passages of the documents that answer the question\nQuery: ",
      passage: "",
    },
  },
  { name: /(?:^|[/_-])e5(?:[/_:.-]|$)/iu, prefixes: { question: "query: ", passage: "passage: " } },
  { name: /nomic-embed/iu, prefixes: { question: "search_query: ", passage: "search_document: " } },
  {
    name: /bge-(?:small|base|large)-en/iu,
    prefixes: { question: "Represent this sentence for searching relevant passages: ", passage: "" },
  },
  {
    name: /mxbai-embed|snowflake-arctic-embed-(?:xs|s|m|l)$/iu,
    prefixes: { question: "Represent this sentence for searching relevant passages: ", passage: "" },
  },
  { name: /snowflake-arctic-embed/iu, prefixes: { question: "query: ", passage: "" } },
  {
    name: /embeddinggemma/iu,
    prefixes: { question: "task: search result | query: ", passage: "title: none | text: " },
  },
  {
    name: /qwen3-embedding/iu,
    prefixes: {
      question: "Instruct: Given a question, retrieve passages that answer the question\nQuery:",
      passage: "",
    },
  },
];

/** The prefixes of a well-known model; none where its name says nothing. */
export function prefixesOf(model: string): Prefixes {
  return known.find(({ name }) => name.test(model))?.prefixes ?? none;
}
