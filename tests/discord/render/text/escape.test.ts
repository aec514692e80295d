import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderQuote } from "../../../../src/discord/render/parts/quote.ts";
import { cutEscaped, cutPlain } from "../../../../src/discord/render/text/cut.ts";
import { escapeText, inlineCode, sanitize, unescapeText } from "../../../../src/discord/render/text/escape.ts";
import { boldLine, readBoldLine } from "../../../../src/discord/render/text/message-text.ts";

const anyText = fc.string({ unit: "binary", maxLength: 400 });
const markdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "**",
        "__",
        "```",
        "||",
        "# ",
        "> ",
        "- ",
        "1. ",
        "[a](https://b)",
        "<@1>",
        "@here",
        "\\",
        "\n",
        "e\u0301",
        "👩‍👩‍👧",
        "\u202E",
        " ",
        ":a:",
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));
const texts = fc.oneof(anyText, markdown);

/** Markdown that Discord would act on: a special character that no backslash stands before. */
function liveMarks(escaped: string): string {
  const shown = escaped.replace(/\\[^0-9A-Za-z\s]/gu, "\uFFFC");
  return (shown.match(/:\w+:/gu) ?? []).join("") + shown.replace(/[^\\*_~|`<>[\]@/#]/gu, "");
}

describe("escapeText", () => {
  it("comes back as it was, but for what is harmful", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(unescapeText(escapeText(text))).toBe(sanitize(text));
      }),
    );
  });

  it("leaves no mark alive", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(liveMarks(escapeText(text))).toBe("");
      }),
    );
  });

  it.each([
    ["# Titel", "\\# Titel"],
    ["- Punkt\n  + noch einer", "\\- Punkt\n  \\+ noch einer"],
    ["1. Erstens, 2. zweitens", "1\\. Erstens, 2. zweitens"],
    ["12) zwölf", "12\\) zwölf"],
    ["12 - zwölf", "12 - zwölf"],
    ["Wer - wann", "Wer - wann"],
    ["1\uFE0F\u20E3. Erstens", "1\uFE0F\u20E3. Erstens"],
    [" \t- Punkt", " \t\\- Punkt"],
    ["*\u0301 und @\u0301", "\\*\u0301 und \\@\u0301"],
    ["10.000 Euro - bar", "10\\.000 Euro - bar"],
    ["<@123> @everyone <t:1:R>", "\\<\\@123\\> \\@everyone \\<t\\:1:R\\>"],
    ["https://a.example/b", "https:\\/\\/a.example\\/b"],
    ["[x](y) `c` ||s|| ~~d~~ a_b_c", "\\[x\\](y) \\`c\\` \\|\\|s\\|\\| \\~\\~d\\~\\~ a\\_b\\_c"],
    ["2a14:6f42:c::/48 :warning: um 12:30 Uhr: ja", "2a14\\:6f42\\:c::\\/48 \\:warning: um 12:30 Uhr: ja"],
    ["C:\\Temp\\*", "C:\\\\Temp\\\\\\*"],
  ])("%j", (text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });

  it("takes away what turns the direction around, and half characters", () => {
    expect(sanitize("a\u202Eb\u2066c\u200Fd\u0000e\uD800f\r\ng")).toBe("abcde\uFFFDf\ng");
    expect(sanitize("a\rb\u0085c\u2028d\u2029e\tf\r\r\ng")).toBe("a\nb\nc\nd\ne\tf\n\ng");
  });

  it("keeps inline code closed", () => {
    expect(inlineCode("a`b``c")).toBe("`a'b''c`");
    expect(inlineCode("")).toBe("` `");
  });
});

describe("cutting", () => {
  it("stays within the room and between graphemes", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 120 }), (text, maxChars) => {
        const cut = cutEscaped(text, maxChars);
        expect(cut.length).toBeLessThanOrEqual(maxChars);
        expect(cut.isWellFormed()).toBe(true);
        expect(liveMarks(cut)).toBe("");
        if (escapeText(text).length <= maxChars) expect(cut).toBe(escapeText(text));
        expect(cutPlain(text, maxChars).length).toBeLessThanOrEqual(maxChars);
      }),
    );
  });

  it("never takes a family apart, and cuts a tower of accents all the same", () => {
    expect(cutEscaped("ab👩‍👩‍👧cd", 9)).toBe("ab…");
    expect(cutEscaped(`Z${"\u0301".repeat(5000)}`, 50)).toHaveLength(50);
  });
});

describe("renderQuote", () => {
  const words = "Erster Satz. Zweiter Satz antwortet. Dritter Satz. Vierter Satz.";
  const sentences = [
    { start: 0, end: 13 },
    { start: 13, end: 37 },
    { start: 37, end: 51 },
    { start: 51, end: 64 },
  ];
  const quotable = { text: words, sentences, highlight: { start: 13, end: 36 } };

  it("sets the answering sentence in bold, in the place where it stands", () => {
    expect(renderQuote(quotable, 200)).toBe("> Erster Satz. **Zweiter Satz antwortet.** Dritter Satz. Vierter Satz.");
  });

  it("shows the answering sentence and its neighbours first where room is short", () => {
    expect(renderQuote(quotable, 50)).toBe("> … **Zweiter Satz antwortet.** Dritter Satz. …");
    expect(renderQuote(quotable, 36)).toBe("> … **Zweiter Satz antwortet.** …");
    expect(renderQuote(quotable, 21)).toBe("> … **Zweiter Satz…**");
  });

  it("keeps within the room whatever the text is, and each line is a quote", () => {
    fc.assert(
      fc.property(texts, fc.nat(500), fc.nat(500), fc.integer({ min: 30, max: 600 }), (text, a, b, maxChars) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const middle = Math.floor(text.length / 2);
        const parts = [
          { start: 0, end: middle },
          { start: middle, end: text.length },
        ];
        const quote = renderQuote({ text, sentences: parts, highlight: { start, end } }, maxChars);
        expect(quote.length).toBeLessThanOrEqual(maxChars);
        expect(quote.split("\n").every((line) => line.startsWith("> "))).toBe(true);
      }),
    );
  });

  it("shows the very characters of the document", () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const quote = renderQuote({ text, sentences: [{ start: 0, end: text.length }] }, 100_000);
        expect(unescapeText(quote.replace(/^> /gmu, ""))).toBe(sanitize(text.trim()));
      }),
    );
  });
});

describe("reading a message back", () => {
  it("gives the question as it was asked", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const question = sanitize(text).replace(/\s+/gu, " ").trim();
        if (question === "") return;
        const components = [{ type: 17, components: [{ type: 10, id: 101, content: boldLine(escapeText(question)) }] }];
        expect(readBoldLine(components, 101)).toBe(question);
      }),
    );
  });

  it("finds nothing in what is no message of ours", () => {
    expect(
      readBoldLine([{ type: 10, content: "**a**" }, null, 7, { id: 101 }, { id: 101, content: "a" }], 101),
    ).toBeUndefined();
  });
});
