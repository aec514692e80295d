/**
 * The `limit` ids with the highest scores, best first: a heap whose root is the worst kept.
 * @param ids distinct
 * @param inOrder compares ids of equal scores
 */
export function topIds(
  ids: Iterable<number>,
  scoreOf: (id: number) => number,
  limit: number,
  inOrder: (a: number, b: number) => number = (a, b) => a - b,
): number[] {
  const heap: number[] = [];
  const isWorse = (a: number, b: number): boolean => {
    const difference = scoreOf(a) - scoreOf(b);
    return difference < 0 || (difference === 0 && inOrder(a, b) > 0);
  };
  for (const id of ids) {
    if (heap.length < limit) {
      heap.push(id);
      rise(heap, isWorse);
    } else if (limit > 0 && isWorse(heap[0] ?? 0, id)) {
      heap[0] = id;
      sink(heap, isWorse);
    }
  }
  return heap.sort((a, b) => scoreOf(b) - scoreOf(a) || inOrder(a, b));
}

function rise(heap: number[], isWorse: (a: number, b: number) => boolean): void {
  for (let i = heap.length - 1; i > 0; ) {
    const parent = (i - 1) >> 1;
    if (!isWorse(heap[i] ?? 0, heap[parent] ?? 0)) return;
    swap(heap, i, parent);
    i = parent;
  }
}

function sink(heap: number[], isWorse: (a: number, b: number) => boolean): void {
  for (let i = 0; ; ) {
    let worst = i;
    for (let child = 2 * i + 1; child <= 2 * i + 2 && child < heap.length; child++) {
      if (isWorse(heap[child] ?? 0, heap[worst] ?? 0)) worst = child;
    }
    if (worst === i) return;
    swap(heap, i, worst);
    i = worst;
  }
}

function swap(heap: number[], i: number, j: number): void {
  const held = heap[i] ?? 0;
  heap[i] = heap[j] ?? 0;
  heap[j] = held;
}
