/** How questions in a language lead up to their subject; patterns match them as they are written. */
export interface SubjectRules {
  /** Before and behind a subject of function words ("Worum geht es in Es?"), from the beginning and to the end; may be empty. */
  readonly beforeSmallWords: RegExp;
  readonly behindSmallWords: RegExp;
  /** The same of any other thing: "Was ist ein …". */
  readonly beforeThing: RegExp;
  readonly behindThing: RegExp;
  /** Folded words that ask what something is or does, without describing it. */
  readonly asksWhat: readonly string[];
  /** Asks for one fact of a thing, where the page that tells of it may have any title. */
  readonly asksFact: RegExp;
  /** Ends before what is counted. */
  readonly asksCount: RegExp;
  /** Asks for what has changed or is new, not how to change something. */
  readonly asksChange: RegExp;
  /** Speaks of penalties, transitions, when something comes into force, or statistics. */
  readonly asksSideProvision: RegExp;
  /** Headings of lists of changes. */
  readonly changeList: RegExp;
  /** Before a file or an address that says where to look; alternatives of a regular expression. */
  readonly beforeFiles: string;
  /** Folded letters that are words of their own; absent: a letter alone is a name. */
  readonly wordsOfOneLetter?: readonly string[];
  /** Editions of a document. */
  readonly editions: EditionWords;
}

/** How a question says which edition it means. */
export interface EditionWords {
  /** Nouns before a number: "Fassung 2"; alternatives of a regular expression. */
  readonly nouns: string;
  /** Names editions by their age. */
  readonly formerEdition: RegExp;
  /** Says that something was so once. */
  readonly formerTime: RegExp;
  /** Says that something is no longer in force. */
  readonly noLongerInForce: RegExp;
}
