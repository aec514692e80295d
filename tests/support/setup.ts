import fc from "fast-check";

// The same random inputs each time: a test that fails must fail for everybody. `npm run fuzz` tries others.
fc.configureGlobal({ seed: 20_240_619 });
