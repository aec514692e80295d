import type { Finding, FindingKind } from "../../answering/judging/evidence/evidence-kind.ts";

/** @param asked what the question has, @param stated what stands in its place */
type InWords = (asked: string, stated: string) => string;

const inWords: Readonly<Record<FindingKind, InWords>> = {
  "no-age": () => "es steht kein Alter da",
  "no-time": () => "es steht kein Zeitpunkt da",
  "no-number": () => "es steht keine Zahl da",
  "no-place": () => "es steht kein Ort da",
  "no-person": () => "es wird niemand genannt",
  "no-name": () => "es steht kein Name da",
  "no-reason": () => "es steht kein Grund da",
  "no-aim": () => "es steht kein Zweck da",
  "no-means": () => "es steht nicht da, womit",
  "no-amount": () => "es steht keine solche Angabe da",
  "no-duration": () => "es steht keine Dauer da",
  "no-condition": () => "es steht keine Bedingung da",
  "no-manner": () => "es steht nicht da, wie",
  "no-definition": () => "es wird nicht erklärt, was es ist",
  "no-list": () => "es wird nur eines genannt",
  "no-permission": () => "es steht nicht da, ob das geht",
  "no-duty": () => "es steht nicht da, ob das sein muss",
  "other-speaker": (asked) => `„${asked}“ kommt nicht zu Wort`,
  "kind-missing": (asked) => `von „${asked}“ ist nicht die Rede`,
  "not-counted": (asked) => `„${asked}“ wird nicht gezählt`,
  "other-number": (asked, stated) => `andere Zahl: ${stated} statt ${asked}`,
  "number-missing": (asked) => `${asked} kommt nicht vor`,
  "other-name": (asked, stated) => `anderer Name: ${stated} statt ${asked}`,
  "negation-missing": (asked) => `nichts wird verneint, gefragt ist mit „${asked}“`,
  opposite: (asked, stated) => `das Gegenteil: „${stated}“ statt „${asked}“`,
  sister: (asked, stated) => `etwas anderes derselben Art: „${stated}“ statt „${asked}“`,
  "only-asks": () => "es wird nur danach gefragt",
  "word-missing": (asked) => `„${asked}“ fehlt`,
  "not-as-asked": (asked) => `„${asked}“ steht so nicht da`,
  "other-role": (asked) => `„${asked}“ steht in anderer Rolle`,
};

export function finding({ what, words: [asked = "", stated = ""] }: Finding): string {
  return inWords[what](asked, stated);
}
