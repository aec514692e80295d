import { type Color, fill, type Pixels } from "./pixels.ts";

/** The shapes of what stands at a chart's axes, five by seven: a line of text for each row of dots. */
const shapes: Readonly<Record<string, readonly string[]>> = {
  "0": [" ### ", "#   #", "#  ##", "# # #", "##  #", "#   #", " ### "],
  "1": ["  #  ", " ##  ", "  #  ", "  #  ", "  #  ", "  #  ", " ### "],
  "2": [" ### ", "#   #", "    #", "   # ", "  #  ", " #   ", "#####"],
  "3": [" ### ", "#   #", "    #", "  ## ", "    #", "#   #", " ### "],
  "4": ["   # ", "  ## ", " # # ", "#  # ", "#####", "   # ", "   # "],
  "5": ["#####", "#    ", "#### ", "    #", "    #", "#   #", " ### "],
  "6": ["  ## ", " #   ", "#    ", "#### ", "#   #", "#   #", " ### "],
  "7": ["#####", "    #", "   # ", "  #  ", " #   ", " #   ", " #   "],
  "8": [" ### ", "#   #", "#   #", " ### ", "#   #", "#   #", " ### "],
  "9": [" ### ", "#   #", "#   #", " ####", "    #", "   # ", " ##  "],
  "-": ["     ", "     ", "     ", " ### ", "     ", "     ", "     "],
};
const columns = 6;

/** How wide a text of digits and hyphens is, in pixels. */
export function widthOf(text: string, dot: number): number {
  return text.length * columns * dot;
}

/** Writes digits and hyphens. @param at where their upper left corner is @param dot size of a dot, in pixels */
export function write(pixels: Pixels, text: string, at: { x: number; y: number }, dot: number, color: Color): void {
  for (const [position, character] of [...text].entries()) {
    for (const [row, dots] of (shapes[character] ?? []).entries()) {
      for (const [column, mark] of [...dots].entries()) {
        if (mark !== "#") continue;
        const box = { x: at.x + (position * columns + column) * dot, y: at.y + row * dot, width: dot, height: dot };
        fill(pixels, box, color);
      }
    }
  }
}
