/** How long the others wait for the one that is next: longer than loading a library takes on a busy machine. */
const patienceMs = 10_000;

/**
 * Reads files two at a time and gives them in their order. One that takes longer than ten seconds comes when it is done:
 * it holds up no other.
 */
export async function* readAhead<T>(files: readonly string[], read: (file: string) => Promise<T>): AsyncGenerator<T> {
  const ahead = 2;
  let next = 0;
  const inTurn: Reading<T>[] = [];
  const late = new Set<Reading<T>>();
  const start = () => {
    while (inTurn.length + late.size < ahead + 1 && next < files.length) {
      const file = files[next++];
      if (file !== undefined) inTurn.push(new Reading(read(file)));
    }
  };
  start();
  while (inTurn.length > 0 || late.size > 0) {
    const [first] = inTurn;
    const candidates = [...(first === undefined ? [] : [first]), ...late];
    // If there is no other one, nobody is waiting.
    const done = await firstDone(candidates, first === undefined ? undefined : patienceMs);
    if (done === undefined) {
      if (first !== undefined) late.add(first);
      inTurn.shift();
    } else {
      if (done === first) inTurn.shift();
      else late.delete(done);
      yield await done.result;
    }
    start();
  }
}

class Reading<T> {
  readonly result: Promise<T>;
  readonly #startedAt = performance.now();

  constructor(result: Promise<T>) {
    this.result = result;
    // Whoever asks for it later is told; until then nobody else needs to be.
    result.catch(() => undefined);
  }

  get ageMs(): number {
    return performance.now() - this.#startedAt;
  }
}

/** The first one that is done, or undefined where the time is up. */
async function firstDone<T>(
  readings: readonly Reading<T>[],
  patience: number | undefined,
): Promise<Reading<T> | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<undefined>((resolve) => {
    const [first] = readings;
    if (patience !== undefined)
      timer = setTimeout(() => resolve(undefined), Math.max(0, patience - (first?.ageMs ?? 0)));
  });
  const each = readings.map((reading) => reading.result.then(() => reading).catch(() => reading));
  const done = await Promise.race([...each, timeUp]);
  clearTimeout(timer);
  return done;
}
