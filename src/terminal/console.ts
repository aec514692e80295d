import { createSupportsHyperlinks } from "supports-hyperlinks";
import type { Console } from "./services.ts";
import { createStyle } from "./text/style.ts";

/** The console of this process. */
export function createConsole(options: { readonly noColor: boolean }): Console {
  const { stdin, stdout, stderr } = process;
  let redraw: (() => void) | undefined;
  return {
    input: stdin,
    print: (text) => {
      stdout.write(`${text}\n`);
    },
    warn: (line) => {
      stderr.write(redraw === undefined ? `${line}\n` : `\r\u001b[K${line}\n`);
      redraw?.();
    },
    keepPrompt: (again) => {
      redraw = again;
    },
    get style() {
      return createStyle({
        isTerminal: stdout.isTTY,
        noColor: options.noColor,
        columns: stdout.columns,
        hasLinks: createSupportsHyperlinks(stdout),
      });
    },
    isInteractive: stdin.isTTY && stdout.isTTY,
  };
}

/** A reader that has seen enough, such as `head`, closes the pipe, which is not an error. */
export function leaveWhenTheReaderHasGone(output: NodeJS.WriteStream, leave: () => void): void {
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") leave();
    else throw error;
  });
}
