import type { BoilerplateWords } from "../../rules/document-rules.ts";

/** What pages in English put around a text. */
export const englishBoilerplate: BoilerplateWords = {
  advertisement: {
    lines: [
      "advertisement",
      "advertisement - continue reading below",
      "continue reading after the ad",
      "scroll to continue",
      "sponsored content",
      "skip advertisement",
    ],
    patterns: [
      /^(?:story|article|content) continues (?:below|after) (?:this |the )?(?:ad|ads|advert|advertisement)\.?$/iu,
    ],
  },
  "skip-link": {
    lines: [
      "back to top",
      "return to top",
      "top of page",
      "go to top",
      "skip navigation",
      "skip to navigation",
      "jump to content",
    ],
    patterns: [/^(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|search|footer)$/iu],
  },
  "external-content": {
    hints: ["content", "permission", "cookies"],
    signs: [
      /(?:this|the following) (?:article|story|page) (?:includes|contains) content (?:provided|hosted) by/iu,
      /we ask (?:for )?your permission before anything is loaded/iu,
      /to view this content,? (?:please )?(?:click|accept|enable)/iu,
      /(?:allow|load|show|view) (?:external|third-party) content(?: and continue)?(?:$|[.!?])/iu,
      /as they may be using cookies and other technologies/iu,
    ],
  },
  consent: {
    hints: ["cookie", "accept", "reject", "manage ", "agree", "got it", "consent", "privacy"],
    signs: [
      /\bwe (?:and our (?:\d+ )?partners )?use cookies\b/iu,
      /(?:^|[.!?] )(?:Accept all|Reject all|Accept cookies|Manage (?:preferences|cookies|settings)|I agree|Got it)(?:$|[ .!])/u,
      /by (?:clicking|continuing to (?:use|browse)).{0,80}you (?:agree|consent|accept)/iu,
      /(?:see|read|in) our (?:privacy|cookie) (?:policy|notice)/iu,
      /withdraw your consent/iu,
    ],
  },
  newsletter: {
    hints: ["signing up", "subscribing"],
    signs: [/by (?:signing up|subscribing),? you (?:agree|consent|accept)/iu],
    lines: ["sign up for our newsletter", "subscribe to our newsletter", "newsletter sign-up", "newsletter signup"],
    patterns: [
      /^(?:Sign up|Subscribe)(?: now| here| today)? (?:for|to) (?:our|the) [^.!?]{0,80}newsletters?\b[^.!?]{0,120}[.!]?$/iu,
      /^(?:Get|Receive) (?:our|the) [^.!?]{0,120}(?:in|to|into) your inbox[^.!?]{0,60}[.!]?$/iu,
    ],
  },
  app: {
    patterns: [
      /^(?:Download|Get|Install) (?:now )?our\b[^.!?]{0,60}\bapp\b[^.!?]{0,120}[.!]?$/iu,
      /^(?:Download|Get) (?:it |the app )?(?:on|from) (?:the )?(?:App Store|Google Play)[^.!?]{0,60}[.!]?$/iu,
    ],
  },
  "live-blog": {
    patterns: [
      /^(?:Follow|Read)\b[^.!?]{0,120}\b(?:in|on|with) our live (?:blog|ticker|coverage|updates)[^.!?]{0,60}[.!]?$/iu,
    ],
  },
  "read-also": {
    lines: [
      "read also",
      "also read",
      "read next",
      "read more",
      "you may also like",
      "you might also like",
      "recommended for you",
    ],
    patterns: [
      /^(?:Read (?:also|more|next)|Also read|Related(?: (?:article|story|coverage))?|Recommended|See also) ?[:|›»→–] ?[^.!]{3,200}[.!]?$/iu,
    ],
  },
  sharing: {
    lines: [
      "share this article",
      "share this story",
      "share this page",
      "share on facebook",
      "share on twitter",
      "print this article",
      "save this article",
      "copy link",
    ],
    words: ["link", "share", "print", "save", "copy", "tweet"],
  },
  forum: {
    words: ["like", "likes", "reply", "quote", "report", "bookmark", "upvote", "downvote", "permalink", "share"],
    lines: ["this topic is closed", "this thread is locked", "reply to this topic"],
    patterns: [
      /^(?:Posts|Messages|Reputation|Likes(?: received)?|Points)\s?:\s?\d[\d.,]*$/iu,
      /^(?:Joined|Join date|Member since|Registered):? .{4,40}$/iu,
      /^\d{1,6} (?:replies|views)(?: ?[·|•,] ?\d{1,9} (?:replies|views))*$/iu,
    ],
  },
  "page-tools": {
    lines: [
      "edit this page",
      "edit this page on github",
      "edit on github",
      "edit on gitlab",
      "improve this page",
      "suggest edits",
      "suggest an edit",
      "view page source",
      "view source",
      "was this page helpful",
      "was this helpful",
      "on this page",
      "table of contents",
    ],
    words: ["previous", "next", "page"],
  },
  "audience-label": { words: ["members", "public", "subscribers", "guests"] },
  comments: {
    lines: [
      "leave a comment",
      "leave a reply",
      "post a comment",
      "view comments",
      "show comments",
      "join the conversation",
      "comments are closed",
      "comments are closed for this article",
      "log in to comment",
    ],
    patterns: [/^(?:\d{1,6} comments?|comments? ?\(\d{1,6}\))$/iu],
  },
  members: {
    lines: ["members only", "subscribers only", "become a member", "subscribe now", "create a free account"],
    patterns: [
      /^This (?:article|content|story) is (?:only |exclusively )?(?:for|available to) (?:subscribers|members)\b[^.!?]{0,80}[.!]?$/iu,
      /^Already a (?:subscriber|member)\? ?(?:sign|log) in[.!]?$/iu,
    ],
  },
  controls: {
    lines: [
      "play video",
      "play audio",
      "listen to this article",
      "enlarge image",
      "show more",
      "show less",
      "load more",
      "hide caption",
      "toggle caption",
    ],
  },
  "reading-time": {
    patterns: [
      /^(?:estimated )?reading time\s?:? (?:about )?\d{1,3} (?:min\.?|minutes?)$/iu,
      /^\d{1,3} (?:min\.?|minutes?) read$/iu,
    ],
  },
  rights: {
    lines: ["all rights reserved"],
    patterns: [/^(?:©|\(c\)|copyright).{0,100}all rights reserved\.?$/iu],
  },
  "agency-initials": {
    patterns: [
      /^\(?(?:with )?(?:dpa|afp|epd|kna|apa|sid|reuters|ap)(?:(?:, | and |\/)(?:dpa|afp|epd|kna|apa|sid|reuters|ap))*\)?\.?$/iu,
    ],
  },
};
