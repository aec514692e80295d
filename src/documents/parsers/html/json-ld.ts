import * as z from "zod";
import { wordsOnOneLine } from "../extracted-document.ts";
import type { HtmlPage } from "./dom.ts";

/** Anything longer is a data set. */
const maxChars = 500_000;
const maxNodes = 1_000;

/** What a page says of its article in schema.org's words. */
export interface ArticleDescription {
  readonly headline?: string | undefined;
  readonly authors: readonly string[];
  readonly datePublished?: string | undefined;
  readonly publisher?: string | undefined;
  readonly inLanguage?: string | undefined;
}

const words = z.string().catch("");
/** A name, or where to find it: in the node with that `@id`. */
const named = z
  .union([
    z.string(),
    z.object({ name: z.string() }).transform(({ name }) => name),
    z.object({ "@id": z.string() }).transform((it) => ({ id: it["@id"] })),
  ])
  .catch("");
type Named = z.infer<typeof named>;
const several = z.union([z.array(named), named.transform((name) => [name])]).catch([]);
const graph = z.union([
  z.array(z.unknown()),
  z.object({ "@graph": z.array(z.unknown()) }).transform((it) => it["@graph"]),
]);
/** A page of a question and its answers, which describes the question. */
const question = z.object({ mainEntity: z.looseObject({ "@type": z.literal("Question") }) });
const identified = z.object({ "@id": z.string(), name: z.string() });
const article = z.object({
  "@type": z.union([z.string(), z.array(z.string()).transform((types) => types.join(" "))]),
  headline: words,
  name: words,
  author: several,
  datePublished: words,
  dateCreated: words,
  publisher: named,
  inLanguage: words,
});

/**
 * The article that a page's JSON-LD describes. Where it describes several, as overviews and lists of teasers do, the one
 * whose title the page has.
 */
export function readJsonLd(page: HtmlPage): ArticleDescription {
  const nodes = [...page.querySelectorAll('script[type="application/ld+json"]')]
    .map(({ textContent }) => textContent ?? "")
    .filter((text) => text.length <= maxChars)
    .flatMap((text) => nodesOf(parseJson(withoutFence(text))))
    .flatMap((node) => [
      node,
      ...(question.safeParse(node).data === undefined ? [] : [question.parse(node).mainEntity]),
    ]);
  const articles = nodes
    .flatMap((node) => article.safeParse(node).data ?? [])
    .filter((data) => /(?:Article|Posting|Report)\b|^Question$/.test(data["@type"]));
  const titles = [...page.querySelectorAll("h1, title")].map(({ textContent }) => wordsOnOneLine(textContent) ?? "");
  const own = articles.find(({ headline, name }) =>
    [headline, name].some((title) => title.trim() !== "" && titles.some((shown) => shown.includes(title.trim()))),
  );
  const data = own ?? (articles.length === 1 ? articles[0] : undefined);
  if (data === undefined) return { authors: [] };
  const names = new Map(
    nodes.flatMap((node) => identified.safeParse(node).data ?? []).map((it) => [it["@id"], it.name]),
  );
  const nameOf = (it: Named) => (typeof it === "string" ? it : (names.get(it.id) ?? ""));
  return {
    headline: data.headline || data.name || undefined,
    authors: data.author.map(nameOf),
    datePublished: data.datePublished || (data["@type"] === "Question" ? data.dateCreated : "") || undefined,
    publisher: nameOf(data.publisher) || undefined,
    inLanguage: data.inLanguage || undefined,
  };
}

function nodesOf(data: unknown): unknown[] {
  const inner = graph.safeParse(data);
  return inner.success ? inner.data.slice(0, maxNodes).flatMap((node) => graph.safeParse(node).data ?? [node]) : [data];
}

/** Older pages hide their data from old browsers: `//<![CDATA[ … //]]>`, `<!-- … -->`. */
function withoutFence(text: string): string {
  return text
    .replace(/^\s*(?:\/\/|\/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*\/)?/, "")
    .replace(/(?:\/\/|\/\*)?\s*(?:\]\]>|-->)\s*(?:\*\/)?\s*$/, "");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Pages hold broken descriptions, and hostile ones that nest too deep: both describe nothing.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
