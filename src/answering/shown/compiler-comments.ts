/** Settings that Twoslash reads in a comment: "// @target: esnext". Names of files are there for readers, too. */
const setting =
  "@(?:target|module|moduleResolution|lib|jsx|strict\\w*|no[A-Z]\\w*|esModuleInterop|skipLibCheck|types|errors|showEmit|allowJs|checkJs|declaration|experimentalDecorators|emitDecoratorMetadata|exactOptionalPropertyTypes)(?::.*)?";
const comment = new RegExp(`^[ \\t>]*//[ \\t]*(?:\\^[?|]|${setting}|---cut(?:-\\w+)*---)[ \\t]*$`);

/** Whether a line of code is a comment for the compiler that its page is made with, and that no reader of it sees. */
export function isCompilerComment(line: string): boolean {
  return comment.test(line);
}
