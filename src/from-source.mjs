// A thread of its own does not understand TypeScript only because the main thread does. Its first argument is what it runs.
import { createRequire } from "node:module";
import { register } from "tsx/cjs/api";

register();
createRequire(import.meta.url)(process.argv[2]);
