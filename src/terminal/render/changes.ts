import type { ChangedFiles } from "../../search/index-event.ts";
import { sanitize } from "../text/sanitize.ts";

/** More names than this are less helpful than their number. */
const mostNames = 12;

/** `+ a.txt, ~ b.txt, − c.md`; of very many changes the first, and how many there are. */
export function renderChanges({ added, changed, removed }: ChangedFiles): string {
  const all = [
    ...added.map((file) => `+ ${sanitize(file)}`),
    ...changed.map((file) => `~ ${sanitize(file)}`),
    ...removed.map((file) => `− ${sanitize(file)}`),
  ];
  const shown = all.slice(0, mostNames);
  return all.length > shown.length ? `${shown.join(", ")}, … (${all.length})` : shown.join(", ");
}
