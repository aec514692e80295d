// Preloaded into a program: hangs its main thread on SIGUSR2, in the way that the variable HANG names.
import { pbkdf2Sync } from "node:crypto";

const ways = {
  loop() {
    for (;;);
  },
  expression: () => /^(a+)+$/.test(`${"a".repeat(100)}b`),
  promises: () => {
    const again = () => Promise.resolve().then(again);
    again();
  },
  "native code": () => pbkdf2Sync("a", "b", 2 ** 31 - 1, 64, "sha512"),
};

process.on("SIGUSR2", () => ways[process.env.HANG]());
