// A thread of its own does not understand TypeScript only because the main thread does.
import { createRequire } from "node:module";
import { workerData } from "node:worker_threads";
import { register } from "tsx/cjs/api";

register();
createRequire(import.meta.url)(workerData);
