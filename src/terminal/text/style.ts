import { styleText } from "node:util";

/** How text may look where it is written. */
export interface Style {
  /** Columns to a line; infinite where nothing is to be wrapped. */
  readonly width: number;
  /** Whether emphasis can be seen; where it cannot, words must do. */
  readonly isColored: boolean;
  strong(text: string): string;
  faint(text: string): string;
  accent(text: string): string;
  /** Text that opens an address, where the terminal can (OSC 8). */
  link(text: string, address: string | undefined): string;
}

/** On wide screens, longer lines are hard to read. */
const mostColumns = 110;
const fewestColumns = 30;

/** @param columns of the terminal, where there is one; `hasLinks`: it shows text that opens an address */
export function createStyle(where: {
  isTerminal: boolean;
  noColor: boolean;
  columns?: number | undefined;
  hasLinks?: boolean;
}): Style {
  const isColored = where.isTerminal && !where.noColor;
  const columns = where.columns === undefined || where.columns === 0 ? 80 : where.columns;
  const paint = (format: "bold" | "dim" | "cyan") => (text: string) =>
    isColored && text !== "" ? styleText(format, text, { validateStream: false }) : text;
  return {
    width: where.isTerminal ? Math.max(fewestColumns, Math.min(columns, mostColumns)) : Number.POSITIVE_INFINITY,
    isColored,
    strong: paint("bold"),
    faint: paint("dim"),
    accent: paint("cyan"),
    link: (text, address) =>
      where.isTerminal && where.hasLinks === true && address !== undefined
        ? `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`
        : text,
  };
}
