import { dotProductsWasm } from "./dot-products.ts";

const pageBytes = 65_536;
const block = 16;
/** 2 GiB: some five million vectors of 384 numbers. */
const mostPages = 32_768;

interface Exports {
  readonly memory: WebAssembly.Memory;
  dots(query: number, vectors: number, count: number, blocks: number, out: number): void;
}

/** A vector with 8 bits a number: each stands for itself times `scale`. */
export interface PackedVector {
  readonly scale: number;
  readonly numbers: Int8Array;
}

/** The largest number becomes 127. */
export function packVector(vector: Float32Array): PackedVector {
  let largest = 0;
  for (const number of vector) largest = Math.max(largest, Math.abs(number));
  const scale = largest / 127;
  const numbers = new Int8Array(vector.length);
  if (scale > 0) for (let at = 0; at < vector.length; at++) numbers[at] = Math.round((vector[at] ?? 0) / scale);
  return { scale, numbers };
}

/**
 * Vectors in one piece of memory, each with a number from 0, which are compared with a question's all at once: 24,000 of
 * 384 numbers take about a millisecond, so that no approximate index is needed up to a million.
 *
 *     0        stride      2 · stride                 (1 + rows) · stride
 *     │ query  │ vector 0  │ vector 1  │ …            │ products, 4 bytes each
 */
export class VectorMemory {
  readonly dimension: number;
  readonly #stride: number;
  readonly #exports: Exports;
  #rows = 0;
  #scales = new Float32Array(1024);

  constructor(dimension: number) {
    this.dimension = dimension;
    this.#stride = Math.ceil(dimension / block) * block;
    this.#exports = instantiate();
  }

  get size(): number {
    return this.#rows;
  }

  /** @returns the vector's number */
  add({ scale, numbers }: PackedVector): number {
    if (numbers.length !== this.dimension) throw new RangeError(`${numbers.length} numbers for ${this.dimension}`);
    const row = this.#rows++;
    this.#reserve();
    new Int8Array(this.#exports.memory.buffer).set(numbers, (1 + row) * this.#stride);
    if (row >= this.#scales.length) {
      const larger = new Float32Array(this.#scales.length * 2);
      larger.set(this.#scales);
      this.#scales = larger;
    }
    this.#scales[row] = scale;
    return row;
  }

  /** The cosines of a vector with all others, by their numbers. */
  likenesses(vector: Float32Array): Float32Array {
    const { scale, numbers } = packVector(vector);
    if (numbers.length !== this.dimension) throw new RangeError(`${numbers.length} numbers for ${this.dimension}`);
    const { memory, dots } = this.#exports;
    const bytes = new Int8Array(memory.buffer);
    bytes.fill(0, 0, this.#stride).set(numbers, 0);
    const out = (1 + this.#rows) * this.#stride;
    dots(0, this.#stride, this.#rows, this.#stride / block, out);
    const products = new Int32Array(memory.buffer, out, this.#rows);
    const likenesses = new Float32Array(this.#rows);
    for (let row = 0; row < this.#rows; row++) {
      likenesses[row] = (products[row] ?? 0) * scale * (this.#scales[row] ?? 0);
    }
    return likenesses;
  }

  #reserve(): void {
    const { memory } = this.#exports;
    const needed = Math.ceil(((1 + this.#rows) * this.#stride + this.#rows * 4) / pageBytes);
    const pages = memory.buffer.byteLength / pageBytes;
    // By half as much again, so that growing costs little for each vector.
    if (needed > pages) memory.grow(Math.min(mostPages, Math.max(needed, Math.ceil(pages * 1.5))) - pages);
  }
}

function instantiate(): Exports {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(dotProductsWasm, "base64")));
  const { memory, dots } = exports;
  if (!(memory instanceof WebAssembly.Memory) || typeof dots !== "function")
    throw new Error("Not the module of dot products");
  return { memory, dots: (...places) => void dots(...places) };
}
