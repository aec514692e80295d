import { defineConfig } from "vitest/config";

/** Against real servers that are installed beside the program: `npm run test:services`, and no part of `npm test`. */
export default defineConfig({
  test: {
    include: ["tests/services/**/*.test.ts"],
    pool: "threads",
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
