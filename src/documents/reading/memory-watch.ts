/** By how much the whole process may grow while documents are read, since buffers do not count as a thread's objects. */
const maxGrowthBytes = 1_536 * 1024 * 1024;
const checkMs = 50;

interface Watched {
  readonly startedAt: number;
  readonly fail: () => void;
}

const watched = new Set<Watched>();
let timer: NodeJS.Timeout | undefined;
let before = 0;

/**
 * Watches the memory that the process takes while a document is read. Where several are, and it is too much, the one
 * that has taken longest is given up.
 * @returns ends it
 */
export function watchMemory(fail: () => void, limit = maxGrowthBytes): () => void {
  const own: Watched = { startedAt: performance.now(), fail };
  if (watched.size === 0) before = process.memoryUsage.rss();
  watched.add(own);
  timer ??= setInterval(() => {
    if (process.memoryUsage.rss() - before <= limit) return;
    const [oldest] = [...watched].sort((a, b) => a.startedAt - b.startedAt);
    if (oldest === undefined) return;
    watched.delete(oldest);
    oldest.fail();
    // Its memory goes with its thread, a moment later: the others are not to pay for it.
    before = process.memoryUsage.rss();
  }, checkMs).unref();
  return () => {
    watched.delete(own);
    if (watched.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
