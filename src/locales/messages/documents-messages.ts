/** What about a server's own documents has words of its own. Whatever is filled in has been escaped. */
export interface DocumentsMessages {
  /** Nothing can be added: the host has not set it up, or has turned it off. */
  readonly turnedOff: string;
  /** Neither a file nor a message was named, and it is no thread. */
  readonly nameOne: string;
  readonly badLink: string;
  readonly badAddress: string;
  /** The message is not to be seen by whoever names it, or by the bot. */
  readonly notVisible: string;
  /** @param needsIntent whether Discord withholds what people write */
  readonly nothingSaid: (needsIntent: boolean) => string;
  readonly notFetched: (name: string) => string;
  readonly unknownFormat: (name: string, extensions: string) => string;
  readonly unreadable: (name: string, reason: string) => string;
  readonly full: (documents: number, megabytes: number) => string;
  readonly preview: string;
  readonly passages: (count: number) => string;
  readonly size: (bytes: number) => string;
  readonly noPassages: string;
  readonly same: (title: string) => string;
  readonly onlyIn: (channels: readonly string[]) => string;
  readonly onlyFor: (roles: readonly string[]) => string;
  readonly add: string;
  readonly discard: string;
  readonly added: (title: string, key: string) => string;
  /** It is kept, and is found as soon as the index is ready. */
  readonly addedLater: (title: string) => string;
  readonly discarded: string;
  /** What was to be added is no longer kept. */
  readonly tooLate: string;
  /** The disk is full, or nothing may be written there. */
  readonly notKept: string;
  readonly unknown: string;
  readonly reallyRemove: (title: string, key: string) => string;
  readonly remove: string;
  readonly removed: (title: string) => string;
  readonly list: (documents: number, most: number) => string;
  readonly none: string;
  readonly addedOn: (day: string) => string;
  readonly notFound: string;
  readonly reloaded: string;
  readonly restrict: (title: string) => string;
  readonly howRestricted: string;
  readonly roles: string;
  readonly channels: string;
  /** A post of a forum that was answered. */
  readonly solved: {
    /** Asks those who have written the post and the answer whether both may be kept. */
    readonly ask: string;
    /** What of a person would be kept, and whether they have agreed. */
    readonly post: (mention: string, hasAgreed: boolean) => string;
    readonly answer: (mention: string, hasAgreed: boolean) => string;
    readonly both: (mention: string) => string;
    readonly rules: string;
    readonly agree: string;
    readonly decline: string;
    readonly kept: string;
    readonly withdraw: string;
    readonly notKept: string;
    /** Only those whose words they are can say so. */
    readonly notYours: string;
    readonly over: string;
    readonly asked: string;
    readonly already: string;
    readonly notHere: string;
    readonly notAllowed: string;
    /** Nobody could be asked, or there is nothing to keep. */
    readonly noAnswer: string;
    readonly needsIntent: string;
    readonly mayNotWrite: string;
    /** What `/privacy` says. */
    readonly about: (posts: number, agreed: number) => string;
  };
  /** What `/privacy` says. */
  readonly about: (added: number, messages: number) => string;
}
