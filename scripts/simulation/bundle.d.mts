/** Bundles the simulation, packages left out. */
export function bundleSimulation(): Promise<{ readonly file: string; readonly url: string; remove(): void }>;
