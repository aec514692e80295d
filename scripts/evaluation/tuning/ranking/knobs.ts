import { type Signal, signals } from "../../../../src/search/ranking/signals.ts";
import type { RankingSettings } from "../../../../src/search/settings/weights.ts";

/** Everything that is tuned: the settings of retrieval, and the signals with their weights. */
export interface Tuned {
  readonly settings: RankingSettings;
  readonly signals: readonly Signal[];
}

/** A number among the settings that may be changed, and what it may become. */
export interface Knob {
  readonly name: string;
  readonly values: readonly number[];
  get(tuned: Tuned): number;
  set(tuned: Tuned, value: number): Tuned;
}

/** A knob of a record of numbers, or of one of its numbers, among the settings. */
function setting(
  name: string,
  values: readonly number[],
  get: (settings: RankingSettings) => number,
  set: (settings: RankingSettings, value: number) => RankingSettings,
): Knob {
  return {
    name,
    values,
    get: ({ settings }) => get(settings),
    set: (tuned, value) => ({ ...tuned, settings: set(tuned.settings, value) }),
  };
}

function alternative(kind: keyof RankingSettings["alternatives"], values: readonly number[]): Knob {
  return setting(
    kind,
    values,
    ({ alternatives }) => alternatives[kind],
    (settings, value) => ({ ...settings, alternatives: { ...settings.alternatives, [kind]: value } }),
  );
}

type PlainSetting = Exclude<
  { [Key in keyof RankingSettings]: RankingSettings[Key] extends number ? Key : never }[keyof RankingSettings],
  never
>;

function plain(name: PlainSetting, values: readonly number[]): Knob {
  return setting(
    name,
    values,
    (settings) => settings[name],
    (settings, value) => ({ ...settings, [name]: value }),
  );
}

function field(name: keyof RankingSettings["context"]["fields"], values: readonly number[]): Knob {
  return setting(
    `field ${name}`,
    values,
    ({ context }) => context.fields[name],
    (settings, value) => ({
      ...settings,
      context: { ...settings.context, fields: { ...settings.context.fields, [name]: value } },
    }),
  );
}

function context(name: "b" | "grams" | "sentence" | "commonness", values: readonly number[]): Knob {
  return setting(
    `around: ${name}`,
    values,
    (settings) => settings.context[name],
    (settings, value) => ({ ...settings, context: { ...settings.context, [name]: value } }),
  );
}

function signalWeight(name: string, values: readonly number[]): Knob {
  return {
    name: `signal ${name}`,
    values,
    get: (tuned) => tuned.signals.find((signal) => signal.name === name)?.weight ?? 0,
    set: (tuned, weight) => ({
      ...tuned,
      signals: tuned.signals.map((signal) => (signal.name === name ? { ...signal, weight } : signal)),
    }),
  };
}

/** The weights of all signals but the first, which the others are measured by, and that of a model, which is not asked. */
const signalKnobs = signals
  .slice(1)
  .filter(({ name }) => name !== "meaning")
  .map(({ name }) => signalWeight(name, [0.1, 0.2, 0.3, 0.5, 0.6, 0.75, 0.9]));

/** Coarse steps on purpose: finer ones would follow the questions. */
export const knobs: readonly Knob[] = [
  alternative("family", [0.5, 0.6, 0.7, 0.8]),
  alternative("synonym", [0.4, 0.5, 0.6]),
  alternative("role", [0.2, 0.4, 0.6]),
  alternative("narrower", [0.1, 0.2, 0.3]),
  alternative("broader", [0.1, 0.15, 0.25]),
  alternative("spelling", [0.8, 0.9]),
  alternative("part", [0.3, 0.4, 0.5]),
  plain("partInPassage", [0.35, 0.5, 0.65]),
  plain("priorPassages", [60, 120, 240]),
  plain("secondStep", [0.45, 0.6, 0.75]),
  plain("relatedTranslation", [0.2, 0.4, 0.6]),
  plain("relatedSpelling", [0.7, 0.85, 1]),
  plain("untranslated", [0.1, 0.3, 0.5]),
  field("title", [0.4, 0.7, 1]),
  field("heading", [1, 1.3, 1.6]),
  field("outerHeading", [0.3, 0.5, 0.7]),
  field("leadIn", [0.5, 0.7, 1]),
  field("tableHead", [0.3, 0.5, 0.7]),
  field("question", [0.7, 1, 1.3]),
  context("b", [0.5, 0.6, 0.7]),
  context("grams", [0.5, 0.7]),
  context("sentence", [0.5, 0.75, 1]),
  context("commonness", [2, 3, 4]),
  ...signalKnobs,
];

/** What is turned off, one after the other, to see whether it earns its place. */
export const parts: readonly Knob[] = [
  ...signalKnobs.map((knob) => ({ ...knob, values: [0] })),
  ...(["title", "heading", "outerHeading", "leadIn", "tableHead", "question"] as const).map((name) => field(name, [0])),
  { ...context("grams", [0]), name: "titles and headings in the 4-grams" },
  { ...context("sentence", [0]), name: "titles and headings in the sentences" },
  { ...context("commonness", [0]), name: "less weight for words above most passages" },
  ...(["family", "synonym", "role", "narrower", "broader", "form", "part", "spelling"] as const).map((kind) =>
    alternative(kind, [0]),
  ),
];
