import type { IndexedDocument } from "../index/passage-table.ts";
import { bestFirst } from "./in-order.ts";
import type { Hit, SignalShare } from "./rank.ts";

/**
 * Hits in their new order, where some of them lose a share that their words gave them.
 * @param share what each of these loses, compared with all signals together; it is shown among their signals
 */
export function putBehind(
  hits: readonly Hit[],
  share: SignalShare,
  isBehind: (hit: Hit) => boolean,
  documentAt: (number: number) => IndexedDocument,
): readonly Hit[] {
  if (!hits.some(isBehind)) return hits;
  const lost = share.weight * share.value;
  return hits
    .map((hit) => (isBehind(hit) ? { ...hit, score: hit.score + lost, signals: [...hit.signals, share] } : hit))
    .sort(bestFirst(documentAt));
}
