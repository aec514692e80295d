import { unzip } from "../archive/unzip.ts";
import { unparsable } from "../extracted-document.ts";
import { childElements, nestsDeeperThan, parseXml, type XmlElement } from "../xml.ts";

/** Nested tables stay far below this; reading takes quadratic time in it. */
const maxNesting = 500;

/** The XML parts of an Office file, each read when it is asked for. */
export class OfficeParts {
  readonly #parts: ReadonlyMap<string, Uint8Array>;

  /** @throws AppError `document-unparsable`. */
  constructor(bytes: Uint8Array, file: string, kind: string, isWanted: (name: string) => boolean) {
    // Names differ in capitals from what other parts call them, where a program of Windows has packed them.
    const parts = unzip(bytes, file, { kind, isWanted: (name) => isWanted(name) || isWanted(name.toLowerCase()) });
    this.#parts = new Map([...parts].map(([name, content]) => [name.toLowerCase(), content]));
    for (const content of this.#parts.values()) {
      if (nestsDeeperThan(maxNesting, content))
        throw unparsable(file, `its parts nest deeper than ${maxNesting} elements`);
    }
  }

  has(name: string): boolean {
    return this.#parts.has(name.toLowerCase());
  }

  bytes(name: string): Uint8Array | undefined {
    return this.#parts.get(name.toLowerCase());
  }

  root(name: string): XmlElement | undefined {
    const part = this.bytes(name);
    return part === undefined ? undefined : parseXml(part).documentElement;
  }

  /** The parts that another one names, by the ids under which it does, with what they are to it. */
  targetsOf(name: string): ReadonlyMap<string, { readonly name: string; readonly type: string }> {
    const folder = name.slice(0, name.lastIndexOf("/") + 1);
    const relationships = this.root(`${folder}_rels/${name.slice(folder.length)}.rels`);
    return new Map(
      childElements(relationships, "Relationship").map((relationship) => [
        relationship.getAttribute("Id") ?? "",
        {
          name: pathFrom(folder, relationship.getAttribute("Target") ?? ""),
          type: (relationship.getAttribute("Type") ?? "").replace(/^.*\//, ""),
        },
      ]),
    );
  }
}

/** A path that is written as seen from a folder. */
export function pathFrom(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}
