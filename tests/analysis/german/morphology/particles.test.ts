import { describe, expect, it } from "vitest";
import { otherParticles } from "../../../../src/analysis/german/morphology/particles.ts";

describe("particles of direction", () => {
  it.each([
    ["runterladen", ["herunterladen", "hinunterladen"]],
    ["herausgeben", ["rausgeben", "hinausgeben"]],
    ["rein", ["herein", "hinein"]],
  ])("have other forms in %s", (word, forms) => {
    expect(otherParticles(word)).toEqual(forms);
  });

  it.each(["raufen", "laden", "rumpf", "rausch"])("are none in %s", (word) => {
    expect(otherParticles(word)).toEqual([]);
  });
});
