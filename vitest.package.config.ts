import { defineConfig } from "vitest/config";

/** Installs the program from the registry, again and again: `npm run test:package`, and no part of `npm test`. */
export default defineConfig({
  test: {
    include: ["tests/package/**/*.test.ts"],
    pool: "threads",
    maxWorkers: 1,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
