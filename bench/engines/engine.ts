/** What an engine is asked to index. */
export interface EngineInput {
  /** The folder of documents. */
  readonly documentsFolder: string;
  /** The passages of these documents, in the order of their numbers. */
  readonly passages: () => AsyncIterable<string>;
}

/** What an engine's server takes beside the process that asks it. */
export interface ServerUse {
  /** Its own memory, without files that it reads through the system's; null where the system does not say. */
  readonly residentMb: number | null;
  /** Processor time since its start. */
  readonly cpuMs: number;
}

/** An engine with an index, ready to answer. */
export interface Searcher {
  /** @returns numbers of the ten best passages, best first */
  search(question: string): readonly number[] | Promise<readonly number[]>;
  /** The same with the passages' text, from disk, where the engine does that. */
  searchWithText?(question: string): Promise<unknown>;
  /** Milliseconds of a question by what they are spent on, where the engine knows. */
  stages?(question: string): Promise<Readonly<Record<string, number>>>;
  /** What a server of the engine's has taken so far beside this process, where there is one. */
  server?(): Promise<ServerUse>;
  /**
   * Writes the index down.
   * @throws where the engine's own format cannot hold so much
   */
  save(folder: string): Promise<void>;
}

export interface Engine {
  /** Short, in lower case: names the engine on the command line. */
  readonly key: string;
  readonly name: string;
  /** How it is set up, in a few words. */
  readonly setup: string;
  version(): string;
  build(input: EngineInput, folder: string): Promise<Searcher>;
  /** @param folder what `save` wrote; @param input the documents, for texts */
  load(folder: string, input: EngineInput): Promise<Searcher>;
}
