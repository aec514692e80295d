import { describe, expect, it } from "vitest";
import { type Address, addressOf, type Incoming, leansOn } from "../../../src/discord/messages/addressing.ts";
import { isQuestion } from "../../../src/discord/messages/text/is-question.ts";

const botId = "900000000000000009";
const us = `<@${botId}>`;
const ownRoleId = "900000000000000010";
const ourRole = `<@&${ownRoleId}>`;

const base: Incoming = {
  botId,
  ownRoleId,
  mentionsOwnRole: false,
  isAuthorBot: false,
  isWritten: true,
  place: "channel",
  isOurThread: false,
  content: "",
  mentionsOthers: false,
  repliesTo: "nobody",
  isAskChannel: false,
};

/** What comes in, and the trigger under which it is asked, or "ignored" or "greeted". */
const table: readonly (readonly [string, Partial<Incoming>, string])[] = [
  ["a mention with a question", { content: `${us} Wie viele Container kamen an?` }, "mention"],
  ["a mention in the old spelling", { content: `<@!${botId}> Wie viele Container?` }, "mention"],
  ["a mention with catchwords", { content: `${us} Container September` }, "mention"],
  ["a mention at the end of a question", { content: `Wie viele Container kamen an, ${us}?` }, "mention"],
  ["a mention in the middle of a statement", { content: `Ich habe ${us} gestern eingerichtet.` }, "ignored"],
  ["a thank-you with a mention", { content: `${us} danke!` }, "ignored"],
  ["a thank-you before a mention", { content: `Vielen Dank ${us} 👍🏽` }, "ignored"],
  ["a quoted mention", { content: `> ${us} Wie viele Container?\nDas wüsste ich auch gern.` }, "ignored"],
  ["a mention below a quote", { content: `> Es waren 700.\n${us} stimmt das so?` }, "mention"],
  ["a bare mention", { content: us }, "greeted"],
  ["a mention that asks for help", { content: `${us} was kannst du?` }, "greeted"],
  ["a bare mention in a thread", { content: us, place: "thread", pointedText: "Wie viele Container?" }, "mention"],
  ["lol in reply to us", { content: "lol", repliesTo: "us" }, "ignored"],
  ["agreement in reply to us", { content: "genau", repliesTo: "us" }, "ignored"],
  ["an objection in reply to us", { content: "Das stimmt nicht.", repliesTo: "us" }, "ignored"],
  ["help in reply to us", { content: "hilfe", repliesTo: "us" }, "greeted"],
  ["help in a direct message", { content: "help", place: "direct" }, "greeted"],
  ["lol in a direct message", { content: "lol", place: "direct" }, "ignored"],
  [
    "a forum post",
    { content: "Hallo zusammen", place: "thread", forumPost: { title: "Wie viele Container?", isAskForum: true } },
    "forum",
  ],
  [
    "a post in another forum",
    { content: "Wie viele Container?", place: "thread", forumPost: { title: "Container", isAskForum: false } },
    "ignored",
  ],
  [
    "a post that mentions us",
    { content: `${us} wie viele?`, place: "thread", forumPost: { title: "Container", isAskForum: false } },
    "mention",
  ],
  ["a mention with an emoji alone", { content: `${us} 👍` }, "ignored"],
  ["@everyone", { content: "@everyone Wie viele Container kamen an?" }, "ignored"],
  ["@everyone beside a mention", { content: `@everyone ${us} Wie viele Container?` }, "mention"],
  ["no mention", { content: "Wie viele Container kamen an?" }, "ignored"],
  ["withheld text", { content: "" }, "ignored"],
  ["our role with a question", { content: `${ourRole} Wie viele Container?`, mentionsOwnRole: true }, "mention"],
  ["our role with the text withheld", { content: "", mentionsOwnRole: true }, "role-mentioned"],
  ["our role, mentioned by a bot", { content: "", mentionsOwnRole: true, isAuthorBot: true }, "ignored"],
  ["another role", { content: "<@&900000000000000011> Wie viele Container?" }, "ignored"],
  ["somebody else mentioned", { content: "<@1234567890123456789> Wann kommst du?", mentionsOthers: true }, "ignored"],
  ["another bot", { content: `${us} Wie viele Container?`, isAuthorBot: true }, "ignored"],
  ["another bot in a direct message", { content: "Wie viele?", isAuthorBot: true, place: "direct" }, "ignored"],
  ["a message by Discord", { content: `${us} Wer ist das?`, isWritten: false }, "ignored"],
  ["a direct message", { content: "container september", place: "direct" }, "direct"],
  ["a greeting in a direct message", { content: "Hallo!", place: "direct" }, "greeted"],
  ["a sticker in a direct message", { content: "", place: "direct" }, "greeted"],
  ["a reply to us", { content: "und im September?", repliesTo: "us" }, "reply"],
  ["a thank-you in reply to us", { content: "Danke dir!", repliesTo: "us" }, "ignored"],
  ["a reply to us whose text is withheld", { content: "", repliesTo: "us" }, "ignored"],
  ["a reply to others", { content: "Wie viele?", repliesTo: "others" }, "ignored"],
  [
    "a reply to others that mentions us",
    { content: `${us} Stimmt das mit den Containern?`, repliesTo: "others" },
    "mention",
  ],
  ["somebody's message", { content: us, repliesTo: "others", pointedText: "Container im September" }, "mention"],
  ["somebody's thank-you", { content: us, repliesTo: "others", pointedText: "Danke dir!" }, "ignored"],
  ["somebody's picture", { content: us, repliesTo: "others" }, "unreadable"],
  ["our own answer", { content: us, repliesTo: "us" }, "ignored"],
  [
    "somebody's message with words of thanks",
    { content: `${us} danke`, repliesTo: "others", pointedText: "Wie viele Container?" },
    "ignored",
  ],
  ["another bot that points us to it", { content: us, isAuthorBot: true, repliesTo: "others" }, "ignored"],
  ["a question in our thread", { content: "Wie viele waren es?", place: "thread", isOurThread: true }, "thread"],
  ["a leaning question in our thread", { content: "und im September", place: "thread", isOurThread: true }, "thread"],
  ["a statement in our thread", { content: "Das wusste ich nicht.", place: "thread", isOurThread: true }, "ignored"],
  [
    "a question to others in our thread",
    { content: "<@1> Wann?", place: "thread", isOurThread: true, mentionsOthers: true },
    "ignored",
  ],
  ["a question in another thread", { content: "Wie viele waren es?", place: "thread" }, "ignored"],
  ["a mention in another thread", { content: `${us} Wie viele waren es?`, place: "thread" }, "mention"],
  ["a question in an ask channel", { content: "Wie viele Container kamen an?", isAskChannel: true }, "ask-channel"],
  [
    "a question without its mark in an ask channel",
    { content: "wie viele Container kamen an", isAskChannel: true },
    "ask-channel",
  ],
  ["a statement in an ask channel", { content: "Gestern kamen viele Container an.", isAskChannel: true }, "ignored"],
  ["an outcry in an ask channel", { content: "Wie schön das ist!", isAskChannel: true }, "ignored"],
  [
    "an address with a question mark in an ask channel",
    { content: "Seht https://x.example/?a=b an", isAskChannel: true },
    "ignored",
  ],
  [
    "a question to others in an ask channel",
    { content: "<@1> Wann?", isAskChannel: true, mentionsOthers: true },
    "ignored",
  ],
  ["a quoted question", { content: "> Wie viele?\nDas frage ich mich auch.", isAskChannel: true }, "ignored"],
];

function nameOf(address: Address): string {
  return address.kind === "asked" ? address.trigger : address.kind;
}

describe("addressOf", () => {
  it.each(table)("%s", (_name, incoming, expected) => {
    expect(nameOf(addressOf({ ...base, ...incoming }))).toBe(expected);
  });

  it("hands on the question without mentions", () => {
    const address = addressOf({ ...base, content: `${us}  Wie viele\nContainer <:ship:123456> kamen <#55> an?` });
    expect(address).toMatchObject({ question: "Wie viele Container kamen an?" });
  });

  it("asks what the message says that a bare mention replies to", () => {
    const pointedText = `<@1234567890123456789> Wie viele\nContainer kamen an?`;
    const address = addressOf({ ...base, content: us, repliesTo: "others", pointedText });
    expect(address).toMatchObject({ question: "Wie viele Container kamen an?", isQuiet: false });
  });

  it.each<[string, Partial<Incoming>, boolean]>([
    ["a mention", { content: `${us} Container` }, false],
    ["a question in reply to us", { content: "Und im September?", repliesTo: "us" }, false],
    ["catchwords in reply to us", { content: "Container September", repliesTo: "us" }, true],
    ["an ask channel", { content: "Wie viele waren es?", isAskChannel: true }, true],
  ])("keeps an abstention to itself or not: %s", (_name, incoming, isQuiet) => {
    expect(addressOf({ ...base, ...incoming })).toMatchObject({ isQuiet });
  });
});

describe("isQuestion", () => {
  it.each(["Wer war das?", "who built the old tower", "Hallo, wann geht es los? Danke", "Wie teuer ist der Honig"])(
    "%s",
    (text) => {
      expect(isQuestion(text)).toBe(true);
    },
  );

  it.each(["?", "???", "Wie nett", "What a day!", "Ich weiß, wer es war", "wie gesagt, morgen."])("not: %s", (text) => {
    expect(isQuestion(text)).toBe(false);
  });

  it("knows what leans on the question before", () => {
    expect(leansOn("und im September")).toBe(true);
    expect(leansOn("what about July")).toBe(true);
    expect(leansOn("Und tschüss!")).toBe(false);
    expect(leansOn("Unding")).toBe(false);
  });
});
