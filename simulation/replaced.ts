import { syncBuiltinESMExports } from "node:module";

/** Puts others in the place of some of an object's methods. @returns what puts the first ones back */
export function replaceMethods(target: object, others: Readonly<Record<string, unknown>>): () => void {
  const before = Object.keys(others).map((name) => [name, Object.getOwnPropertyDescriptor(target, name)] as const);
  for (const [name, value] of Object.entries(others)) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: true });
  }
  // What was imported by name from a module of Node's is the new one from here on.
  syncBuiltinESMExports();
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(target, name);
      else Object.defineProperty(target, name, descriptor);
    }
    syncBuiltinESMExports();
  };
}
