import type { Meaning } from "./open-meaning.ts";

/** How often the documents are checked for changes. */
const everyMs = 2000;

/**
 * Keeps a model's vectors up to date with the documents from now on.
 * @param documents their fingerprint: another one where any has changed
 */
export function followChanges(meaning: Meaning, documents: () => string): { stop(): void } {
  let followed = documents();
  meaning.follow();
  const timer = setInterval(() => {
    const now = documents();
    if (now === followed) return;
    followed = now;
    meaning.follow();
  }, everyMs).unref();
  return { stop: () => clearInterval(timer) };
}
