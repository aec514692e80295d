import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { programCommand, temporaryFolder } from "../support/program.ts";

const folder = temporaryFolder();
const seeds = path.join(folder.path, "seeds");
const client = new Client({ name: "tests", version: "1.0.0" });

beforeAll(async () => {
  mkdirSync(seeds);
  writeFileSync(
    path.join(seeds, "bridge.txt"),
    "Die Brücke über den Fluss wurde 1893 gebaut.\n\nSie ist 62 Meter lang.\n",
  );
  const [command, ...args] = programCommand(["mcp", "--seeds", seeds, "--index", path.join(folder.path, "index")]);
  await client.connect(new StdioClientTransport({ command, args, stderr: "pipe" }));
}, 60_000);
afterAll(async () => {
  await client.close();
  folder.remove();
});

async function call(name: string, parameters: Record<string, unknown>) {
  const { content, isError } = await client.callTool({ name, arguments: parameters });
  const texts = content.flatMap((piece) => (piece.type === "text" ? [piece.text] : []));
  return { texts, isError: isError === true };
}

describe("the collection for other programs", () => {
  it("offers its tools", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["ask", "search", "read", "verify"]);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
  });

  it("answers with a passage whose citation verifies", async () => {
    const { texts } = await call("ask", { question: "Wann wurde die Brücke gebaut?", limit: 1 });
    const answer = JSON.parse(texts[0] ?? "");
    expect(answer.passages[0]).toMatchObject({
      text: expect.stringContaining("Die Brücke über den Fluss wurde 1893 gebaut."),
    });
    const proof = await call("verify", { text: texts[0] ?? "" });
    expect(JSON.parse(proof.texts[0] ?? "")).toMatchObject({ holds: true, state: "proven" });
    const wrong = await call("verify", { text: `${answer.passages[0].citation}@000000000000` });
    expect(JSON.parse(wrong.texts[0] ?? "")).toMatchObject({ holds: false });
  });

  it("searches and reads", async () => {
    expect(JSON.parse((await call("search", { terms: "Meter" })).texts[0] ?? "")).toMatchObject({ total: 1 });
    const read = JSON.parse((await call("read", { document: "bridge:2" })).texts[0] ?? "");
    expect(read.paragraphs.map(({ paragraph }: { paragraph: number }) => paragraph)).toEqual([1, 2]);
  });

  it("says what is wrong where it can do nothing", async () => {
    expect(await call("ask", { question: " " })).toMatchObject({ isError: true });
    expect(await call("read", { document: "nothing" })).toMatchObject({ isError: true });
    expect((await call("ask", {})).isError).toBe(true);
  });

  it("has the documents as resources", async () => {
    const { resources } = await client.listResources();
    expect(resources.map(({ name }) => name)).toEqual(["bridge"]);
    const { contents } = await client.readResource({ uri: resources[0]?.uri ?? "" });
    expect(contents).toMatchObject([{ text: expect.stringContaining("[bridge:2] Sie ist 62 Meter lang.") }]);
    await expect(client.readResource({ uri: "fundstelle://documents/nothing" })).rejects.toThrow();
  });
});
