import { defineConfig } from "vitest/config";
import usual from "../vitest.config.ts";

/** The tests that `npm run mutate` asks: files or folders, separated by commas; with a `!` those that it leaves out. */
const tests = (process.env.MUTATION_TESTS ?? "tests").split(",");
const files = tests.map((test) => (test.endsWith(".ts") ? test : `${test}/**/*.test.ts`));
const include = files.filter((file) => !file.startsWith("!"));
const exclude = [...usual.test.exclude, ...files.filter((file) => file.startsWith("!")).map((file) => file.slice(1))];

/** What a change leaves behind in a module must not decide about the next one: each file of tests loads the program anew. */
const isolate = true;

export default defineConfig({ ...usual, test: { ...usual.test, include, exclude, isolate } });
