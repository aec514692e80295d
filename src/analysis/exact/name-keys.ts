import { foldCase } from "../folding.ts";

/** A figure with its unit: 10kg, 200 W. */
export const measured = /^\d+(?:[.,]\d+)?[ \u00a0\u202f]?(\p{L}+)$/u;

/** Without what stands between letters and figures; between figures a hyphen stays, for 20-41 is not 2041. */
export function glued(name: string): string {
  return foldCase(name)
    .replace(/[-‐‑–_/ \u00a0\u202f]+/gu, "-")
    .replace(/(?<=\p{L})-|-(?=\p{L})/gu, "");
}

const leastNumberDigits = 7;
const numberKeyDigits = 7;

/** The last figures of a long number, however it is grouped; undefined for what only looks like one. */
export function numberKey(written: string): string | undefined {
  const digits = written.replace(/\D/gu, "");
  if (digits.length < leastNumberDigits || digits.length > 20) return undefined;
  const isThousands = /^\d{1,3}(?:([ \u00a0\u202f.])\d{3})(?:\1\d{3})*$/u.test(written);
  const isDate = /^\d{4}[-–/]\d{2}[-–/]\d{2}$|^\d{1,2}[./] ?\d{1,2}[./] ?\d{4}$/u.test(written);
  const areYears = /^\d{4} ?[-–/] ?\d{4}$/u.test(written);
  const isVersion = /^\d+(?:\.\d+)+$/u.test(written) && !written.startsWith("0");
  if (isThousands || isDate || areYears || isVersion) return undefined;
  return `#${digits.slice(-numberKeyDigits)}`;
}
