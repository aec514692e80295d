/** A JSON object on its way out. */
export interface JsonObject {
  [key: string]: unknown;
}

/** The value that a JSON text stands for, or undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
