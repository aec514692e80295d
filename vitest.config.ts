import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: [...configDefaults.exclude, "tests/package/**", "tests/services/**"],
    setupFiles: ["tests/support/setup.ts"],
    pool: "threads",
    maxWorkers: 2,
    // The files of a worker share what they import: loading the program anew for each took a third of the time.
    isolate: false,
    testTimeout: 20_000,
    // Tests that take longer are named in the output.
    slowTestThreshold: 2_000,
  },
});
