// Preloaded into the bot's process under load: collects garbage on SIGUSR2, so that its memory can be compared.
process.on("SIGUSR2", () => globalThis.gc?.());
