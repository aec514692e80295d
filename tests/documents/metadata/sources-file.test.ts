import { describe, expect, it } from "vitest";
import { parseSources } from "../../../src/documents/metadata/sources-file.ts";
import { AppError } from "../../../src/errors.ts";

const json = (...documents: readonly unknown[]) => JSON.stringify({ documents });

function messageOf(text: string): string {
  try {
    parseSources(text);
  } catch (error) {
    if (error instanceof AppError && error.code === "sources-invalid") return error.message;
    throw error;
  }
  return "";
}

describe("parseSources", () => {
  it("reads every field, and files in subfolders", () => {
    const source = {
      file: "2021/faehre.txt",
      key: "faehre-2021",
      title: "Die neue Fähre",
      titleSource: "stated",
      kicker: "Verkehr",
      publisher: "Hafenbote",
      author: "Anna Jansen",
      url: "https://example.org/faehre",
      published: "2021-05-04T09:30",
      language: "de",
      boilerplate: false,
      guilds: ["123456789012345678"],
      questions: ["Wann kam die Fähre?"],
    };
    expect(parseSources(`\ufeff${json(source)}`).get("2021/faehre.txt")).toEqual({
      ...source,
      author: ["Anna Jansen"],
    });
    expect(parseSources(json({ file: "a.txt", author: ["A. Jansen", "B. Kim"] })).get("a.txt")?.author).toHaveLength(2);
    expect(parseSources(json({ file: "a.txt" })).size).toBe(1);
  });

  it("shows the form of the file where it has another", () => {
    expect(messageOf('[{"file": "a.txt"}]')).toContain('it must have the form {"documents": [{"file": "…"}]}');
    expect(messageOf('{"documents": {"file": "a.txt"}}')).toContain('"documents": must be a list');
    expect(messageOf("{}")).toContain('"documents": must be a list');
    expect(messageOf('{"documents": [], "notes": 1}')).toContain('unknown field "notes"');
  });

  it.each([
    [{ file: "a.txt", titel: "x" }, ["a.txt", "titel", "unknown"]],
    [{ file: "a.txt", key: "Fähre 1" }, ["a.txt", "key", "lower-case"]],
    [{ file: "a.txt", published: "2021-02-30" }, ["a.txt", "published", "2023-09-12"]],
    [{ file: "a.txt", language: "french" }, ["a.txt", "language", "two letters"]],
    [{ file: "a.txt", url: "ftp://example.org" }, ["a.txt", "url", "web address"]],
    [{ file: "a.txt", url: "javascript:alert(1)" }, ["a.txt", "url"]],
    [{ file: "a.txt", title: "" }, ["a.txt", "title", "empty"]],
    [{ file: "a.txt", title: 5 }, ["a.txt", "title", "string"]],
    [{ file: "a.txt", titleSource: "stated" }, ["a.txt", "titleSource"]],
    [{ file: "a.txt", title: "x", titleSource: "derived" }, ["a.txt", "titleSource"]],
    [{ file: "a.txt", guilds: ["x"] }, ["a.txt", "guilds.0"]],
    [{ file: "a.txt", roles: ["123456789012345678"] }, ["a.txt", "roles", "guilds"]],
    [{ file: "a.txt", channels: ["123456789012345678"] }, ["a.txt", "channels", "guilds"]],
    [{ title: "x" }, ["number 1", "file"]],
    [{ file: "../a.txt" }, ["../a.txt", "file", "below"]],
    [{ file: "/a.txt" }, ["/a.txt", "file"]],
    [{ file: "a\\b.txt" }, ["file", "forward"]],
    ["x", ["number 1"]],
  ])("refuses %j, naming document and field", (document, words) => {
    const message = messageOf(json(document));
    for (const word of words) expect(message).toContain(word);
    expect(message).not.toContain("\n");
  });

  it("names the right one of several documents", () => {
    expect(messageOf(json({ file: "a.txt" }, { file: "b.txt", language: 1 }))).toContain("b.txt");
  });

  it("refuses files and keys that are given twice", () => {
    expect(messageOf(json({ file: "a.txt" }, { file: "a.txt" }))).toContain("twice");
    const message = messageOf(json({ file: "a.txt", key: "k" }, { file: "b.txt", key: "k" }));
    expect(message).toContain("a.txt");
    expect(message).toContain("b.txt");
  });

  it("refuses what is no JSON or no list of documents", () => {
    expect(messageOf('{ "documents": [ }')).toContain("JSON");
    expect(messageOf("[]")).not.toBe("");
    expect(messageOf('{"documents": {}}')).toContain("documents");
    expect(messageOf('{"documents": [], "more": 1}')).toContain("more");
  });
});
