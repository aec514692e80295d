/** What is used here of the standard's JavaScript interface, whose types otherwise come with those of browsers. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  class Memory {
    readonly buffer: ArrayBuffer;
    /** @returns how many pages of 64 KiB there were before */
    grow(pages: number): number;
  }
}
