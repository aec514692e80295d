/** `dot-products.wat` as a module of WebAssembly, as base64: made and checked by `tests/meaning/dot-products.test.ts`. */
export const dotProductsWasm =
  "AGFzbQEAAAABCQFgBX9/f39/AAMCAQAFAwEAAQcRAgZtZW1vcnkCAARkb3RzAAAKpgEBowECA3sCfwJAA0AgAkUNAf0MAAAAAAAAAAAAAAAAAAAAACEFIAAhCCAAIANBBHRqIQkDQCAI/QAEACEGIAH9AAQAIQcgBSAGIAf9nAH9fiAGIAf9nQH9fv2uAf2uASEFIAhBEGohCCABQRBqIQEgCCAJSQ0ACyAEIAX9GwAgBf0bAWogBf0bAiAF/RsDamo2AgAgBEEEaiEEIAJBAWshAgwACwsL";
