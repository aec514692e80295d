import path from "node:path";
import { describe, expect, it } from "vitest";
import { chooseFolders, type NamedFolders, type Places } from "../../src/config/folders.ts";

const at = (...names: string[]) => path.resolve("/", ...names);
const clone: Places = {
  program: at("clone"),
  isClone: true,
  working: at("home", "anna", "reports"),
  cache: at("home", "anna", ".cache", "fundstelle"),
  data: at("home", "anna", ".local", "share", "fundstelle"),
};
const installed: Places = { ...clone, program: at("usr", "lib", "node_modules", "fundstelle"), isClone: false };
const nothing: NamedFolders = {
  seedsVariable: undefined,
  indexVariable: undefined,
  seedsOption: undefined,
  indexOption: undefined,
};

describe("folders of an installed program", () => {
  it("are the one where somebody stands, with its index in their cache", () => {
    const folders = chooseFolders(nothing, installed);
    expect(folders).toMatchObject({ seedsFolder: installed.working, seedsOrigin: "working-folder" });
    expect(path.dirname(folders.indexFolder)).toBe(installed.cache);
    expect(path.basename(folders.indexFolder)).toMatch(/^reports-[0-9a-f]{8}$/);
  });

  it("have one index each, and never below the program", () => {
    const named = (seedsOption: string) => chooseFolders({ ...nothing, seedsOption }, installed);
    const all = [chooseFolders(nothing, installed), named(at("a", "reports")), named(at("b", "reports"))];
    expect(new Set(all.map(({ indexFolder }) => indexFolder)).size).toBe(3);
    for (const { indexFolder, sample } of all) {
      expect(indexFolder.startsWith(installed.cache)).toBe(true);
      expect(sample.indexFolder.startsWith(installed.cache)).toBe(true);
      expect(sample.seedsFolder).toBe(path.join(installed.program, "sample"));
    }
  });

  it("are those that are named, above all else", () => {
    const named = { ...nothing, seedsVariable: at("srv"), indexVariable: at("var") };
    expect(chooseFolders(named, installed)).toMatchObject({
      seedsFolder: at("srv"),
      indexFolder: at("var"),
      seedsOrigin: "named",
    });
    expect(chooseFolders({ ...named, seedsOption: at("x"), indexOption: at("y") }, installed)).toMatchObject({
      seedsFolder: at("x"),
      indexFolder: at("y"),
      seedsOrigin: "named",
    });
  });
});

describe("folders of a clone", () => {
  it("are the ones beside the program, wherever somebody stands", () => {
    expect(chooseFolders(nothing, clone)).toMatchObject({
      seedsFolder: at("clone", "seeds"),
      indexFolder: at("clone", "index"),
      seedsOrigin: "beside-program",
    });
  });

  it("leave the usual index alone when others are named", () => {
    const { indexFolder, sample } = chooseFolders({ ...nothing, seedsOption: at("other") }, clone);
    expect(path.dirname(indexFolder)).toBe(at("clone", "index"));
    expect(path.dirname(sample.indexFolder)).toBe(at("clone", "index"));
  });
});
