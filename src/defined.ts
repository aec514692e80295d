/** An object without those of its properties that are undefined. */
type Defined<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };

/**
 * What is known of several facts, each of which may be missing: a property that is undefined is left out, since a type tells
 * an absent property from one that is undefined.
 */
export function defined<T extends object>(properties: T): Defined<T>;
export function defined(properties: object): object {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}
