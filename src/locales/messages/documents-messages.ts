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
  /** What `/privacy` says. */
  readonly about: (added: number, messages: number) => string;
}
