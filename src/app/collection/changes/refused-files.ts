import type { SkippedFile } from "../../../documents/find-files.ts";
import type { AppError } from "../../../errors.ts";
import type { IndexEvent } from "../../../search/index-event.ts";

/** The files that could not be read. Each is reported once per reason. */
export class RefusedFiles {
  readonly #errors = new Map<string, AppError>();

  /** In the order of their names. */
  get all(): readonly SkippedFile[] {
    return [...this.#errors]
      .map(([file, error]) => ({ file, error }))
      .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  }

  has(file: string): boolean {
    return this.#errors.has(file);
  }

  forget(file: string): void {
    this.#errors.delete(file);
  }

  /** Passes events on, except those about files that were reported before. */
  listening(onEvent: (event: IndexEvent) => void): (event: IndexEvent) => void {
    return (event) => {
      if (event.kind === "skipped") {
        if (this.#errors.get(event.file)?.message === event.error.message) return;
        this.#errors.set(event.file, event.error);
      }
      onEvent(event);
    };
  }
}
