import { expect, it } from "vitest";
import { check } from "../../../src/answering/proof/check.ts";

it("says what was found instead only where it failed", () => {
  expect(check("quote", false, "Turm")).toStrictEqual({ name: "quote", holds: false, found: "Turm" });
  expect(check("quote", false)).toStrictEqual({ name: "quote", holds: false });
  expect(check("quote", true, "Turm")).toStrictEqual({ name: "quote", holds: true });
});
