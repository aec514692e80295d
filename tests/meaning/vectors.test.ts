import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import createWabt from "wabt";
import { MeaningIndex } from "../../src/meaning/meaning-index.ts";
import { dotProductsWasm } from "../../src/meaning/vectors/dot-products.ts";
import { VectorFile, vectorKey } from "../../src/meaning/vectors/vector-file.ts";
import { packVector, VectorMemory } from "../../src/meaning/vectors/vector-memory.ts";
import { type TemporaryFolder, temporaryFolder } from "../support/program.ts";

const source = new URL("../../src/meaning/vectors/dot-products.wat", import.meta.url);

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

const numbers = (length: number) =>
  fc.array(fc.integer({ min: -100, max: 100 }), { minLength: length, maxLength: length });

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}

describe("the module of dot products", () => {
  it("is what its source says", async () => {
    const wabt = await createWabt();
    const { buffer } = wabt.parseWat("dot-products.wat", readFileSync(source, "utf8"), { simd: true }).toBinary({});
    expect(dotProductsWasm).toBe(Buffer.from(buffer).toString("base64"));
  });
});

describe("vectors in memory", () => {
  it("are compared as their cosines say, whatever their dimension", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 8, max: 70 })
          .chain((dimension) =>
            fc.tuple(numbers(dimension), fc.array(numbers(dimension), { minLength: 1, maxLength: 40 })),
          ),
        ([question, others]) => {
          fc.pre([question, ...others].every((values) => values.some((value) => value !== 0)));
          const memory = new VectorMemory(question.length);
          for (const values of others) memory.add(packVector(unit(values)));
          const likenesses = memory.likenesses(unit(question));
          others.forEach((values, row) => {
            expect(Math.abs((likenesses[row] ?? 0) - cosine(unit(question), unit(values)))).toBeLessThan(0.02);
          });
        },
      ),
    );
  });

  it("grow to many thousands", () => {
    const memory = new VectorMemory(64);
    for (let row = 0; row < 20_000; row++)
      memory.add(packVector(unit(Array.from({ length: 64 }, (_, at) => ((row * 31 + at * 17) % 23) - 11))));
    const wanted = unit(Array.from({ length: 64 }, (_, at) => ((19_999 * 31 + at * 17) % 23) - 11));
    expect(memory.likenesses(wanted)[19_999]).toBeGreaterThan(0.99);
  });

  it("are found in the documents that may be seen, and in no others", () => {
    const index = new MeaningIndex();
    const vectors = {
      a: unit([1, 0, 0, 0, 0, 0, 0, 0]),
      b: unit([0.9, 0.4, 0, 0, 0, 0, 0, 0]),
      c: unit([0, 1, 0, 0, 0, 0, 0, 0]),
    };
    for (const [key, vector] of Object.entries(vectors)) index.add(key, packVector(vector));
    index.place("open", ["c", "b"]);
    index.place("secret", ["a"]);
    const near = (keys: string[]) =>
      index.nearest(vectors.a, keys, 5).map(({ documentKey, position }) => `${documentKey}:${position}`);
    expect(near(["open", "secret"])).toEqual(["secret:0", "open:1", "open:0"]);
    expect(near(["open"])).toEqual(["open:1", "open:0"]);
    expect(index.nearest(vectors.a.subarray(0, 7), ["open"], 5)).toEqual([]);
  });
});

describe("vectors on disk", () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  async function read(model = "model") {
    const vectors = new Map<string, number>();
    const documents = new Map<string, readonly string[]>();
    const file = await VectorFile.open(folder.path, model, {
      onVector: (key, { scale, numbers: values }) => vectors.set(key, scale * (values[0] ?? 0)),
      onDocument: (identity, keys) => documents.set(identity, keys),
    });
    return { file, vectors, documents };
  }

  async function write(texts: readonly string[]): Promise<void> {
    const { file } = await read();
    const keys = texts.map(vectorKey);
    await file.add(
      keys.map((key, at) => ({ key, vector: packVector(unit([at + 1, 1, 1, 1, 1, 1, 1, 1])) })),
      [],
    );
    await file.add([], [{ identity: vectorKey(texts.join()), keys }]);
    await file.close();
  }

  it("are read back as they were written", async () => {
    await write(["eins", "zwei", "drei"]);
    const { file, vectors, documents } = await read();
    expect([...vectors.keys()]).toEqual(["eins", "zwei", "drei"].map(vectorKey));
    expect(documents.get(vectorKey("eins,zwei,drei"))).toEqual(["eins", "zwei", "drei"].map(vectorKey));
    await file.close();
  });

  it("of one model are not those of another", async () => {
    await write(["eins"]);
    const { file, vectors } = await read("another");
    expect(vectors.size).toBe(0);
    await file.close();
  });

  it("survive whatever a kill leaves at the end, at every length, and go on from there", async () => {
    await write(["eins", "zwei"]);
    const [name = ""] = readdirSync(folder.path);
    const whole = path.join(folder.path, name);
    const bytes = readFileSync(whole);
    for (let length = 0; length <= bytes.length; length += 7) {
      writeFileSync(whole, bytes);
      truncateSync(whole, length);
      await write(["drei"]);
      const { file, vectors } = await read();
      expect(vectors.has(vectorKey("drei"))).toBe(true);
      await file.close();
    }
    writeFileSync(whole, bytes);
    appendFileSync(whole, Buffer.from([40, 0, 0, 0, 1, 2, 3]));
    const { file, vectors } = await read();
    expect(vectors.size).toBe(2);
    expect(statSync(whole).size).toBe(bytes.length);
    await file.close();
  });

  it("end where a bit was flipped", async () => {
    await write(["eins", "zwei"]);
    const [name = ""] = readdirSync(folder.path);
    const whole = path.join(folder.path, name);
    const bytes = readFileSync(whole);
    bytes[80] = (bytes[80] ?? 0) ^ 4;
    writeFileSync(whole, bytes);
    const { file, vectors } = await read();
    expect(vectors.size).toBeLessThan(2);
    await file.close();
  });
});
