/**
 * How much the whole process may grow while documents are read, since buffers do not count towards a thread's own
 * limit.
 */
const maxGrowthBytes = 1_536 * 1024 * 1024;
const checkMs = 50;

interface Watched {
  readonly fail: () => void;
  readonly limit: number;
  /** The memory of the process when it started. */
  before: number;
}

const watched = new Set<Watched>();
let timer: NodeJS.Timeout | undefined;
/** What the process took, and when that was asked last: asking costs more than reading a small document does. */
let known = { bytes: 0, at: Number.NEGATIVE_INFINITY };

/**
 * Watches by how much the process grows while a document is read: an index that grows for hours is none of a document's
 * doing. Where several are read, and it is too much, the one that has taken longest is given up.
 * @returns ends it
 */
export function watchMemory(fail: () => void, limit = maxGrowthBytes): () => void {
  const own: Watched = { fail, limit, before: recentMemory() };
  watched.add(own);
  timer ??= setInterval(check, checkMs).unref();
  return () => {
    watched.delete(own);
    if (watched.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function recentMemory(): number {
  if (performance.now() - known.at > checkMs) ask();
  return known.bytes;
}

function ask(): number {
  known = { bytes: process.memoryUsage.rss(), at: performance.now() };
  return known.bytes;
}

function check(): void {
  const now = ask();
  // In the order in which they began.
  const greedy = [...watched].find(({ before, limit }) => now - before > limit);
  if (greedy === undefined) return;
  watched.delete(greedy);
  greedy.fail();
  // Its memory is released with its thread a moment later, so the others must not be blamed for it.
  for (const other of watched) other.before = now;
}
