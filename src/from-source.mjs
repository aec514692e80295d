// Runs a worker's TypeScript where the program runs from its sources. What it imports later on is TypeScript as well.
import { pathToFileURL } from "node:url";
import { register } from "tsx/esm/api";

register();
await import(pathToFileURL(process.argv[2] ?? "").href);
