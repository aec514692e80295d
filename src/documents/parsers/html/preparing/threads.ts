import { ruleAttribute, titleAttribute } from "../blocks/elements.ts";
import { type HtmlElement, type HtmlPage, isElement } from "../dom.ts";

/** How a program that forums run on writes a discussion. */
interface Forum {
  /** Contributions to the discussion. */
  readonly posts: string;
  /** What stands beside the words of a contribution: who wrote it, with rank and picture; when; what can be done with it. */
  readonly besides: string;
  /** What stands beside all contributions. */
  readonly around?: string;
  /** The title of a discussion, where it is not the headline of its page. */
  readonly title?: string;
  nameOf(post: HtmlElement): string;
}

const forums: readonly Forum[] = [
  // XenForo
  {
    posts: "article[data-author][data-content^='post-']",
    besides:
      ".message-user, .message-attribution, .message-footer, .message-signature, .message-lastEdit, .bbCodeBlock-expandLink",
    nameOf: (post) => post.getAttribute("data-author")?.trim() ?? "",
  },
  // WoltLab
  {
    posts: "article.wbbPost[id^='post']",
    besides: ".messageSidebar, .messageHeader, .messageFooter, .messageSignature",
    around: ".messageGroupContentHeader ul",
    nameOf: (post) => post.querySelector(".messageAuthor .username")?.textContent?.trim() ?? "",
  },
  // phpBB
  {
    posts: ".section-viewtopic .post[id^='p'], #phpbb .post[id^='p']",
    besides: ".postprofile, .post-buttons, .postbody .author, .postbody h3, .signature, .back2top",
    around: ".action-bar",
    title: ".topic-title",
    nameOf: (post) =>
      post
        .querySelector(".author .username, .author .username-coloured, .postprofile .username")
        ?.textContent?.trim() ?? "",
  },
];

interface Thread extends Forum {
  readonly found: readonly HtmlElement[];
}

function threadOf(page: HtmlPage): Thread | undefined {
  for (const forum of forums) {
    const found = [...page.querySelectorAll(forum.posts)];
    if (found.length > 0) return { ...forum, found };
  }
  return undefined;
}

/** The names of all who wrote a discussion, each once, in the order in which they first speak. */
export function authorsOfThread(page: HtmlPage): readonly string[] {
  const thread = threadOf(page);
  const names = thread?.found.map((post) => thread.nameOf(post)) ?? [];
  return [...new Set(names)].filter((name) => name !== "");
}

/**
 * Has every contribution of a discussion stand under the name of whoever wrote it, and hides what stands beside its words.
 */
export function nameSpeakers(page: HtmlPage): void {
  const thread = threadOf(page);
  if (thread === undefined) return;
  const hide = (part: HtmlElement): void => part.setAttribute(ruleAttribute, "page-frame");
  if (thread.title !== undefined) page.querySelector(thread.title)?.setAttribute(titleAttribute, "");
  if (thread.around !== undefined) for (const part of page.querySelectorAll(thread.around)) hide(part);
  for (const post of thread.found) {
    const name = thread.nameOf(post);
    for (const part of post.querySelectorAll(thread.besides)) hide(part);
    const first = post.firstChild;
    if (name === "" || first === null) continue;
    const heading = page.createElement("h2");
    heading.appendChild(page.createTextNode(name));
    post.insertBefore(heading, first);
  }
}

/** What holds all contributions of a discussion, where it has several: the article of its page. */
export function threadIn(page: HtmlPage): HtmlElement | undefined {
  const [first, ...others] = threadOf(page)?.found ?? [];
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
