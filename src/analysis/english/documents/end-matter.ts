import type { EndMatterHeadings } from "../../rules/document-rules.ts";

export const englishEndMatter: EndMatterHeadings = {
  strong: [
    "related",
    "related articles",
    "related stories",
    "related topics",
    "read more",
    "read next",
    "more on this story",
    "more stories",
    "more from this section",
    "you may also like",
    "you might also like",
    "recommended",
    "recommended for you",
    "recommended stories",
    "most read",
    "most popular",
    "trending now",
    "latest news",
    "latest stories",
  ],
  weak: ["comments", "latest", "more", "more news", "news", "topics", "in other news", "top stories"],
};
