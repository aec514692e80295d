export interface CommandChange {
  /** `+` new, `~` changed, `-` taken away, `=` as it was. */
  readonly sign: "+" | "~" | "-" | "=";
  readonly name: string;
}

interface NamedCommand {
  readonly name?: unknown;
  readonly type?: unknown;
}

/** What registering does to the commands that are registered. */
export function compareCommands(present: readonly NamedCommand[], wanted: readonly NamedCommand[]): CommandChange[] {
  const before = new Map(present.map((command) => [keyOf(command), command]));
  const after = new Set(wanted.map(keyOf));
  return [
    ...wanted.map((command): CommandChange => {
      const known = before.get(keyOf(command));
      const sign = known === undefined ? "+" : isSame(known, command) ? "=" : "~";
      return { sign, name: String(command.name) };
    }),
    ...present
      .filter((command) => !after.has(keyOf(command)))
      .map((command): CommandChange => ({ sign: "-", name: String(command.name) })),
  ];
}

/** The fields of a command that we set; Discord adds the others (ids, versions, defaults). */
const said = [
  "name",
  "type",
  "description",
  "name_localizations",
  "description_localizations",
  "options",
  "required",
  "autocomplete",
  "min_length",
  "max_length",
  "min_value",
  "max_value",
  "choices",
  "value",
  "integration_types",
  "contexts",
  "default_member_permissions",
];

/** A command reduced to the fields that we set, in a fixed order, without empty ones. */
export function normalized(command: object): Record<string, unknown> {
  const entries = new Map<string, unknown>(Object.entries(command));
  return Object.fromEntries(
    said.flatMap((name) => {
      const value = entries.get(name);
      const isEmpty =
        value === undefined ||
        value === null ||
        value === "" ||
        value === false ||
        (Array.isArray(value) && value.length === 0);
      return isEmpty ? [] : [[name, normalizedValue(name, value)]];
    }),
  );
}

function normalizedValue(name: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    // Only the order of options and choices is seen by people.
    if (name === "options" || name === "choices")
      return value.map((item: unknown) => (isObject(item) ? normalized(item) : item));
    return [...value].sort();
  }
  return isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function keyOf({ name, type }: NamedCommand): string {
  return `${String(type ?? 1)} ${String(name)}`;
}

function isSame(present: object, wanted: object): boolean {
  const [before, after] = [normalized(present), normalized(wanted)];
  const compared = Object.fromEntries(
    Object.entries(before).filter(([name]) => name in after || !(name === "contexts" || name === "integration_types")),
  );
  return JSON.stringify(compared) === JSON.stringify(after);
}
