/**
 * Simulates the bot on seeds: `npm run simulate -- --seeds 1000`, and again one of them: `npm run simulate -- --seed 123`.
 *
 * All of it goes into one file first: what a file loads when it is needed would come from a thread of Node's, in an order
 * that no seed decides.
 */
import { bundleSimulation } from "./simulation/bundle.mjs";

const bundle = await bundleSimulation();
const { main } = await import(bundle.url).finally(() => bundle.remove());
process.exitCode = await main(process.argv.slice(2));
