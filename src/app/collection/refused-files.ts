import type { IndexEvent } from "../../search/index-event.ts";

/** The files that could not be read, each of which is named once for each reason. */
export class RefusedFiles {
  readonly #reasons = new Map<string, string>();

  has(file: string): boolean {
    return this.#reasons.has(file);
  }

  forget(file: string): void {
    this.#reasons.delete(file);
  }

  /** Lets events through, those about files that were named before left out. */
  listening(onEvent: (event: IndexEvent) => void): (event: IndexEvent) => void {
    return (event) => {
      if (event.kind === "skipped") {
        if (this.#reasons.get(event.file) === event.error.message) return;
        this.#reasons.set(event.file, event.error.message);
      }
      onEvent(event);
    };
  }
}
