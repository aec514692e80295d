import { defineConfig } from "vitest/config";
import usual from "../vitest.config.ts";

/** The tests that `npm run mutate` asks: files or folders, separated by commas. */
const tests = (process.env.MUTATION_TESTS ?? "tests").split(",");
const include = tests.map((test) => (test.endsWith(".ts") ? test : `${test}/**/*.test.ts`));

export default defineConfig({ ...usual, test: { ...usual.test, include } });
