import { expect, it } from "vitest";
import { fingerprintOf, hasFingerprint, sha256Of } from "../../../src/answering/citing/fingerprint.ts";

const words = "Die Grafik zeigt die Effizienz der Schifffahrt für Müller im Mai.";

it.each([
  ["line ends of Windows", words.replace("zeigt ", "zeigt\r\n")],
  ["another width", words.replaceAll(" ", "\n")],
  ["ligatures", words.replace("fi", "ﬁ").replace("ffi", "ﬃ").replace("Schiff", "Schiﬀ")],
  ["marks apart", words.normalize("NFD")],
  ["optional hyphens", words.replace("Grafik", "Gra\u00adfik")],
])("the same words have the same fingerprint: %s", (_what, text) => {
  expect(fingerprintOf(text)).toBe(fingerprintOf(words));
  expect(hasFingerprint(text, fingerprintOf(words))).toBe(true);
});

it.each([
  ["rund 10⁶ Tonnen", "rund 106 Tonnen"],
  ["H₂O", "H2O"],
  ["½ Liter", "1/2 Liter"],
  ["Maße", "Masse"],
  ["Der Weg", "der Weg"],
  ["nicht gut", "nichtgut"],
])("%s is not %s", (text, other) => {
  expect(fingerprintOf(text)).not.toBe(fingerprintOf(other));
});

it("fingerprints of the form before are recognised", () => {
  const text = "Zwei\r\nZeilen.";
  expect(hasFingerprint(text, sha256Of(text).slice(0, 12))).toBe(true);
  expect(hasFingerprint("Zwei Zeilen.", sha256Of(text).slice(0, 12))).toBe(false);
});
