import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LanguageCode } from "../../src/documents/document.ts";
import { listCollection, readCollection } from "../../src/documents/read-collection.ts";
import { readDocument } from "../../src/documents/read-document.ts";
import { AppError } from "../../src/errors.ts";

let folder = "";
let outside = "";

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "documents-"));
  outside = await mkdtemp(path.join(tmpdir(), "outside-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  await rm(outside, { recursive: true });
});

const detectLanguage = (text: string): LanguageCode => (/\bthe\b/iu.test(text) ? "en" : "de");

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), content);
}

const read = () => readCollection(folder, { detectLanguage });

async function codeOf(promise: Promise<unknown>): Promise<string | undefined> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return undefined;
}

describe("readCollection", () => {
  it("reads known formats in all subfolders, sorted, and nothing that is not a document", async () => {
    const known = [
      "LICENSE",
      "README.md",
      "Z.TXT",
      "a.txt",
      "a/b/c.markdown",
      "a/license.txt",
      "a/z.md",
      "b.txt",
      "c.mdx",
    ];
    for (const file of known) await write(file, "Ein Satz.");
    for (const file of [".env", ".git/a.txt", "_draft.txt", "_x/a.txt"]) {
      await write(file, "Nein.");
    }
    for (const file of ["a.bin", "sources.json.bak", "txt"]) await write(file, "Nein.");
    const { documents, skipped } = await read();
    expect(documents.map(({ file }) => file)).toEqual(known);
    expect(skipped).toEqual([]);
  });

  it("says of every other file why it is no document", async () => {
    for (const file of ["a.txt", "sub/b.bin", "c.exe", "_entwurf.txt", "sub/_index.md", ".git/x.txt", "sources.json"]) {
      await write(file, file === "sources.json" ? '{"documents": []}' : "Ein Satz.");
    }
    expect((await listCollection(folder)).leftOut).toEqual([
      { file: ".git/", reason: "hidden" },
      { file: "_entwurf.txt", reason: "hidden" },
      { file: "c.exe", reason: "format" },
      { file: "sub/b.bin", reason: "format" },
    ]);
  });

  it("takes names for the same that differ in how their letters are written alone", async () => {
    await write("\u00fcbung.txt".normalize("NFD"), "Ein Satz.");
    const entry = { file: "\u00fcbung.txt", key: "uebung-eins", title: "Die \u00dcbung" };
    await write("sources.json", JSON.stringify({ documents: [entry] }));
    const { documents, skipped } = await read();
    expect(documents.map(({ metadata: { key, title } }) => [key, title])).toEqual([["uebung-eins", "Die Übung"]]);
    expect(skipped).toEqual([]);
  });

  it("takes metadata from sources.json, from the file, and from its name, in this order", async () => {
    await write("listed.txt", "Ein Satz.");
    await write("front.md", "---\ntitle: The pier\n---\n\nThe pier is old.");
    await write("the_old-pier.txt", "The pier is old.");
    await write(
      "sources.json",
      JSON.stringify({
        documents: [{ file: "listed.txt", key: "k", title: "T", titleSource: "described", published: "2021-05" }],
      }),
    );
    const { documents } = await read();
    expect(documents.map(({ metadata }) => metadata)).toEqual([
      { key: "front", title: "The pier", titleSource: "stated", language: "en" },
      {
        key: "k",
        title: "T",
        titleSource: "described",
        published: { stated: "2021-05", from: "2021-05-01", until: "2021-05-31", precision: "month" },
        language: "de",
      },
      { key: "the-old-pier", title: "the old pier", titleSource: "derived", language: "en" },
    ]);
  });

  it("gives fingerprints of file and canonical text", async () => {
    await write("a.txt", "\ufeffabc");
    await write("b.txt", "abc");
    const [a, b] = (await read()).documents;
    expect(b?.fileSha256).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(a?.textSha256).toBe(b?.fileSha256);
    expect(a?.fileSha256).not.toBe(b?.fileSha256);
  });

  it("names bad documents and reads the others", async () => {
    await write("good.txt", "Ein Satz.");
    await write("binary.txt", Uint8Array.of(0x89, 0x50, 0, 0, 1, 2));
    await write("empty.txt", " \n");
    await write("sources.json", '{"documents":[{"file":"missing.txt"}]}');
    const { documents, skipped } = await read();
    expect(documents.map(({ file }) => file)).toEqual(["good.txt"]);
    expect(skipped.map(({ file, error }) => [file, error.code]).sort()).toEqual([
      ["binary.txt", "not-text"],
      ["empty.txt", "document-unparsable"],
      ["missing.txt", "file-unreadable"],
    ]);
    for (const { file, error } of skipped) expect(error.message).toContain(file);
  });

  it("follows no link out of the folder, runs in no circle and waits for no pipe", async () => {
    await write("good.txt", "Ein Satz.");
    await writeFile(path.join(outside, "secret.txt"), "Geheim.");
    await symlink(path.join(outside, "secret.txt"), path.join(folder, "link.txt"));
    await symlink(outside, path.join(folder, "linked-folder"));
    await symlink(folder, path.join(folder, "circle"));
    await symlink("nowhere.txt", path.join(folder, "broken.txt"));
    await symlink("good.txt", path.join(folder, "within.txt"));
    execFileSync("mkfifo", [path.join(folder, "pipe.txt")]);
    const { documents, skipped } = await read();
    expect(documents.map(({ file }) => file)).toEqual(["good.txt", "within.txt"]);
    expect(skipped.map(({ file }) => file)).toEqual(["broken.txt", "circle", "link.txt", "linked-folder", "pipe.txt"]);
    expect(new Set(skipped.map(({ error }) => error.code))).toEqual(new Set(["file-unreadable"]));
  });

  it("reads no hidden file, whatever name it is given by a link", async () => {
    await write("good.txt", "Ein Satz.");
    await write(".env", "DISCORD_TOKEN=geheim");
    await write(".git/config.txt", "Geheim.");
    await symlink(".env", path.join(folder, "settings.txt"));
    await symlink(path.join(".git", "config.txt"), path.join(folder, "config.txt"));
    const { documents, skipped } = await read();
    expect(documents.map(({ file }) => file)).toEqual(["good.txt"]);
    expect(skipped.map(({ file, error }) => [file, error.code])).toEqual([
      ["config.txt", "file-unreadable"],
      ["settings.txt", "file-unreadable"],
    ]);
    expect(await codeOf(readDocument(folder, "settings.txt", { key: "k", detectLanguage }))).toBe("file-unreadable");
  });

  it("says what is wrong with the folder", async () => {
    expect(await codeOf(readCollection(path.join(folder, "gone"), { detectLanguage }))).toBe("folder-missing");
    expect(await codeOf(read())).toBe("folder-empty");
    await write("binary.txt", Uint8Array.of(0, 1, 2));
    await expect(read()).rejects.toThrow("binary.txt");
    await write("sources.json", "{");
    expect(await codeOf(read())).toBe("sources-invalid");
    expect(await codeOf(readCollection(path.join(folder, "binary.txt"), { detectLanguage }))).toBe("folder-missing");
  });
});

describe("readDocument", () => {
  const options = { key: "k", detectLanguage };

  it("reads one file of the folder", async () => {
    await write("sub/a.txt", "Ein Satz.");
    const { document, passages } = await readDocument(folder, "sub/a.txt", options);
    expect(document).toMatchObject({ file: "sub/a.txt", metadata: { key: "k" }, parser: { name: "plain-text" } });
    expect(passages.map(({ paragraph }) => paragraph)).toEqual([1]);
  });

  it.each(["../a.txt", "/etc/a.txt", ".env", "sub/.x.txt", "a.bin", "", "gone.txt", "link.txt"])(
    "refuses %j",
    async (file) => {
      await writeFile(path.join(outside, "a.txt"), "Geheim.");
      await symlink(path.join(outside, "a.txt"), path.join(folder, "link.txt"));
      expect(await codeOf(readDocument(folder, file, options))).toBe("file-unreadable");
    },
  );
});
