import { describe, expect, it } from "vitest";
import { readAhead } from "../../../src/documents/reading/read-ahead.ts";

async function all<T>(values: AsyncGenerator<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

describe("readAhead", () => {
  it("keeps the order, whichever is done first", async () => {
    const files = Array.from({ length: 20 }, (_, i) => String(i));
    const read = async (file: string) => {
      await new Promise((resolve) => setTimeout(resolve, Number(file) % 3));
      return file;
    };
    expect(await all(readAhead(files, read))).toEqual(files);
  });

  it("lets one that does not end hold up no other", { timeout: 30_000 }, async () => {
    let end: () => void = () => undefined;
    const endless = new Promise<void>((resolve) => {
      end = resolve;
    });
    const seen: string[] = [];
    const read = async (file: string) => {
      if (file === "b") await endless;
      return file;
    };
    for await (const file of readAhead(["a", "b", "c", "d", "e"], read)) {
      seen.push(file);
      if (file === "e") end();
    }
    expect(seen).toEqual(["a", "c", "d", "e", "b"]);
  });

  it("tells whoever asks what went wrong, in its turn", async () => {
    const read = async (file: string) => {
      if (file === "b") throw new Error("no");
      return file;
    };
    const seen: string[] = [];
    await expect(
      (async () => {
        for await (const file of readAhead(["a", "b", "c"], read)) seen.push(file);
      })(),
    ).rejects.toThrow("no");
    expect(seen).toEqual(["a"]);
  });
});
