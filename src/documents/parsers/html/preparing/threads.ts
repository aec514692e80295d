import { ruleAttribute } from "../blocks/elements.ts";
import { type HtmlElement, type HtmlPage, isElement } from "../dom.ts";

/** Contributions to a discussion, as XenForo marks them: with the name of whoever wrote each. */
const posts = "article[data-author][data-content^='post-']";
/** What stands beside the words of a contribution: who wrote it, with rank and picture; when; what can be done with it. */
const besides =
  ".message-user, .message-attribution, .message-footer, .message-signature, .message-lastEdit, .bbCodeBlock-expandLink";

/** The names of all who wrote a discussion, each once, in the order in which they first speak. */
export function authorsOfThread(page: HtmlPage): readonly string[] {
  const names = [...page.querySelectorAll(posts)].flatMap((post) => post.getAttribute("data-author")?.trim() ?? []);
  return [...new Set(names)].filter((name) => name !== "");
}

/**
 * Has every contribution of a discussion stand under the name of whoever wrote it, and hides what stands beside its words.
 */
export function nameSpeakers(page: HtmlPage): void {
  for (const post of [...page.querySelectorAll(posts)]) {
    for (const part of post.querySelectorAll(besides)) part.setAttribute(ruleAttribute, "page-frame");
    const name = post.getAttribute("data-author")?.trim() ?? "";
    const first = post.firstChild;
    if (name === "" || first === null) continue;
    const heading = page.createElement("h2");
    heading.appendChild(page.createTextNode(name));
    post.insertBefore(heading, first);
  }
}

/** What holds all contributions of a discussion, where it has several: the article of its page. */
export function threadIn(page: HtmlPage): HtmlElement | undefined {
  const [first, ...others] = page.querySelectorAll(posts);
  const last = others.at(-1);
  if (first === undefined || last === undefined) return undefined;
  for (let at = first.parentNode; at !== null && isElement(at); at = at.parentNode) {
    if (holds(at, last)) return at;
  }
  return undefined;
}

function holds(box: HtmlElement, inner: HtmlElement): boolean {
  for (let at = inner.parentNode; at !== null; at = at.parentNode) if (at === box) return true;
  return false;
}
