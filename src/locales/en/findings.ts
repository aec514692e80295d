import type { Finding, FindingKind } from "../../answering/judging/evidence/evidence-kind.ts";

/** @param asked what the question has, @param stated what stands in its place */
type InWords = (asked: string, stated: string) => string;

const inWords: Readonly<Record<FindingKind, InWords>> = {
  "no-age": () => "no age is stated",
  "no-time": () => "no time is stated",
  "no-number": () => "no number is stated",
  "no-place": () => "no place is stated",
  "no-person": () => "nobody is named",
  "no-name": () => "no name is stated",
  "no-reason": () => "no reason is stated",
  "no-aim": () => "no purpose is stated",
  "no-means": () => "it does not say with what",
  "no-amount": () => "no such figure is stated",
  "no-duration": () => "no length of time is stated",
  "no-condition": () => "no condition is stated",
  "no-manner": () => "it does not say how",
  "no-definition": () => "it does not explain what it is",
  "no-list": () => "only one is named",
  "no-permission": () => "it does not say whether that is possible",
  "no-duty": () => "it does not say whether that is required",
  "other-speaker": (asked) => `“${asked}” is not the one speaking`,
  "kind-missing": (asked) => `nothing is said of “${asked}”`,
  "not-counted": (asked) => `“${asked}” are not counted`,
  "other-number": (asked, stated) => `other number: ${stated} instead of ${asked}`,
  "number-missing": (asked) => `${asked} does not occur`,
  "other-name": (asked, stated) => `other name: ${stated} instead of ${asked}`,
  "negation-missing": (asked) => `nothing is denied, the question says “${asked}”`,
  opposite: (asked, stated) => `the contrary: “${stated}” instead of “${asked}”`,
  sister: (asked, stated) => `another of its kind: “${stated}” instead of “${asked}”`,
  "only-asks": () => "it only asks about it",
  "word-missing": (asked) => `“${asked}” is missing`,
  "not-as-asked": (asked) => `“${asked}” is not there as asked`,
  "other-role": (asked) => `“${asked}” stands in another role`,
};

export function finding({ what, words: [asked = "", stated = ""] }: Finding): string {
  return inWords[what](asked, stated);
}
