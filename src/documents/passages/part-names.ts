/** The letters of a part by its number: `a` is 1, `z` 26, `aa` 27; "" for 0, which is no part. */
export function partName(number: number): string {
  let name = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(97 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The number of a part by its letters; 0 for "". */
export function partNumber(name: string): number {
  let number = 0;
  for (const letter of name) number = number * 26 + (letter.charCodeAt(0) - 96);
  return number;
}
