import * as z from "zod";
import type { HtmlPage } from "./dom.ts";

/** Longer descriptions are data sets. */
const maxChars = 500_000;
const maxNodes = 1_000;

/** What a page says of its article in schema.org's words. */
export interface ArticleDescription {
  readonly headline?: string | undefined;
  readonly author?: string | undefined;
  readonly datePublished?: string | undefined;
  readonly publisher?: string | undefined;
  readonly inLanguage?: string | undefined;
}

const words = z.string().catch("");
const named = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]).catch("");
const names = z.union([z.array(named), named.transform((name) => [name])]).catch([]);
const graph = z.union([
  z.array(z.unknown()),
  z.object({ "@graph": z.array(z.unknown()) }).transform((it) => it["@graph"]),
]);
const article = z.object({
  "@type": z.union([z.string(), z.array(z.string()).transform((types) => types.join(" "))]),
  headline: words,
  name: words,
  author: names,
  datePublished: words,
  publisher: named,
  inLanguage: words,
});

/** The first article that a page's JSON-LD describes. */
export function readJsonLd(page: HtmlPage): ArticleDescription {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? "";
    if (text.length > maxChars) continue;
    for (const node of nodesOf(parseJson(text))) {
      const parsed = article.safeParse(node);
      if (!parsed.success || !/(?:Article|Posting|Report)\b/.test(parsed.data["@type"])) continue;
      const { data } = parsed;
      const authors = data.author.filter((name) => name.trim() !== "" && !/^https?:/.test(name));
      return {
        headline: data.headline || data.name || undefined,
        author: authors.join(", ") || undefined,
        datePublished: data.datePublished || undefined,
        publisher: data.publisher || undefined,
        inLanguage: data.inLanguage || undefined,
      };
    }
  }
  return {};
}

function nodesOf(data: unknown): unknown[] {
  const inner = graph.safeParse(data);
  return inner.success ? inner.data.slice(0, maxNodes).flatMap((node) => graph.safeParse(node).data ?? [node]) : [data];
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
