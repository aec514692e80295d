/** An object without those of its properties that are undefined. */
type Defined<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };

/**
 * Leaves out the properties that are undefined, since `exactOptionalPropertyTypes` tells an absent property from one
 * that is undefined.
 */
export function defined<T extends object>(properties: T): Defined<T>;
export function defined(properties: object): object {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}
