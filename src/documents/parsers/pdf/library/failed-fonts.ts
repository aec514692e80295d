const failed = /translateFont failed/;

/**
 * Counts the fonts that the library fails to load. It reports them only on the console, and drops their letters.
 * @param read what it reads meanwhile
 */
export async function countingFailedFonts<T>(
  read: () => Promise<T>,
): Promise<{ readonly result: T; readonly fonts: number }> {
  const { warn } = console;
  let fonts = 0;
  console.warn = (...words: readonly unknown[]) => {
    if (words.some((word) => typeof word === "string" && failed.test(word))) fonts += 1;
  };
  try {
    return { result: await read(), fonts };
  } finally {
    console.warn = warn;
  }
}
