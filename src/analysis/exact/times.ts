import { foldCase } from "../folding.ts";
import { alternatives, languages } from "../languages.ts";
import type { ClockWords } from "../rules/quantity-rules.ts";
import { numberOfWord } from "./number-words.ts";
import type { Quantity } from "./quantities.ts";

const parts: Readonly<Record<string, number>> = Object.fromEntries(
  languages.flatMap(({ quantities }) => Object.entries(quantities?.clock.parts ?? {})),
);
const clock = String.raw`(?:[ \u00a0\u202f]?(?<suffix>h(?!\p{L})|${words("afterHour")}))`;
const patterns = [
  new RegExp(
    String.raw`(?<![\p{N}.,:])(?<hour>[01]?\d|2[0-4]):(?<minute>[0-5]\d)(?![\p{N}]|[:.]\p{N})${clock}?`,
    "giu",
  ),
  new RegExp(
    String.raw`(?<![\p{N}.,:])(?<hour>[01]?\d|2[0-4])[.h](?<minute>[0-5]\d)(?![\p{N}]|[:.]\p{N})${clock}`,
    "giu",
  ),
  /(?<![\p{N}.,:\p{L}])(?<hour>[01]?\d|2[0-4])h(?<minute>[0-5]\d)?(?![\p{L}\p{N}])/gu,
  new RegExp(
    String.raw`(?<=(?<!\p{L})(?:${words("beforeHour")})[ \u00a0\u202f])(?<hour>[01]?\d|2[0-4])[.](?<minute>[0-5]\d)(?![\p{N}]|[:.]\p{N}|[ \u00a0\u202f]?[€$£%])(?! (?:${words("notTimes")}))`,
    "giu",
  ),
  new RegExp(
    String.raw`(?<![\p{N}.,:\p{L}])(?<hour>[01]?\d|2[0-4])${clock}(?:[ \u00a0](?<minute>[0-5]?\d)(?![\p{N}.,:]))?`,
    "giu",
  ),
  new RegExp(String.raw`(?<!\p{L})(?:(?<part>${Object.keys(parts).join("|")}) )(?<word>\p{L}+)`, "giu"),
  new RegExp(String.raw`(?<!\p{L})(?<word>\p{L}+) (?<suffix>${words("afterHourInWords")})(?!\p{L})`, "giu"),
];
const morning = new RegExp(String.raw`^[,\s]*(?:${words("morning")})(?!\p{L})`, "iu");
const evening = new RegExp(String.raw`^[,\s]*(?:${words("evening")})(?!\p{L})`, "iu");
const names: readonly (readonly [RegExp, number])[] = [
  [new RegExp(String.raw`(?<!\p{L})(?:${words("midnight")})(?!\p{L})`, "giu"), 0],
  [new RegExp(String.raw`(?<!\p{L})(?:${words("noon")})(?!\p{L})`, "giu"), 720],
];

function words(name: Exclude<keyof ClockWords, "parts">): string {
  return alternatives(({ quantities }) => quantities?.clock[name]);
}

/** Times of the day, as minutes since midnight: 19.30 Uhr, 19:30, 7:30 pm, half past seven. */
export function findTimes(text: string): Quantity[] {
  const found: Quantity[] = [];
  const add = (start: number, end: number, minutes: number, isHalfKnown: boolean, literal: string): void => {
    if (found.some((other) => start < other.end && end > other.start)) return;
    found.push({ start, end, readings: [minutes], literal, kind: "time", isHalfKnown, before: "", after: "" });
  };
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const { hour, minute = "0", suffix = "", part, word } = match.groups ?? {};
      const hours = hour === undefined ? numberOfWord(foldCase(word ?? ""))?.value : Number(hour);
      if (hours === undefined || hours > 24) continue;
      const end = match.index + match[0].length;
      const rest = text.slice(end, end + 24);
      const half =
        /^p/iu.test(suffix) || evening.test(rest) ? "pm" : /^a/iu.test(suffix) || morning.test(rest) ? "am" : "";
      const offset = part === undefined ? 0 : (parts[part.toLowerCase()] ?? 0);
      const minutes =
        ((half === "pm" && hours < 12 ? hours + 12 : half === "am" && hours === 12 ? 0 : hours % 24) * 60 +
          Number(minute) +
          offset +
          1440) %
        1440;
      const isHalfKnown = half !== "" || hours > 12 || hours === 0;
      add(match.index, end, minutes, isHalfKnown, hour === undefined ? "" : `${hour}.${minute.padStart(2, "0")}`);
    }
  }
  for (const [pattern, minutes] of names) {
    for (const match of text.matchAll(pattern)) add(match.index, match.index + match[0].length, minutes, true, "");
  }
  return found;
}
