import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../src/errors.ts";
import {
  computerDisk,
  createFileWriter,
  type Disk,
  isReadOnly,
  isUnfinished,
  namesIn,
  tidied,
} from "../../../src/search/storage/file-writing.ts";
import { temporaryFolder } from "../../support/program.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const placeOf = (name: string) => path.join(folder.path, name);
const textOf = (name: string) => readFileSync(placeOf(name), "utf8");
const bytes = (text: string) => Buffer.from(text);

interface Watched {
  readonly disk: Disk;
  /** What was done, in its order, files by the last part of their names. */
  readonly steps: string[];
}

/** The computer's disk, with all that is done on it, and a failure at the first step of a kind. */
function watched(failing?: string, code = "EIO", from: { readonly syscall?: string } = { syscall: "any" }): Watched {
  const steps: string[] = [];
  const step = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    steps.push(name);
    if (failing !== undefined && name.startsWith(failing)) {
      // A file whose closing fails is closed all the same.
      if (name.startsWith("close")) await run();
      throw Object.assign(new Error(`${code}: refused`), { code, ...from });
    }
    return run();
  };
  const named = (name: string) => (isUnfinished(path.basename(name)) ? "unfinished" : path.basename(name));
  const disk: Disk = {
    async open(place, flags) {
      const name = place === folder.path ? "folder" : named(place);
      const file = await step(`open ${name} ${flags}`, () => computerDisk.open(place, flags));
      return {
        write: (content, position) => step(`write ${name} ${position}`, () => file.write(content, position)),
        truncate: (length) => step(`truncate ${name} ${length}`, () => file.truncate(length)),
        sync: () => step(`sync ${name}`, () => file.sync()),
        close: () => step(`close ${name}`, () => file.close()),
      };
    },
    rename: (from, to) => step(`rename ${named(from)} ${named(to)}`, () => computerDisk.rename(from, to)),
    remove: (place) => step(`remove ${named(place)}`, () => computerDisk.remove(place)),
    makeFolder: (place) => step(`make ${named(place)}`, () => computerDisk.makeFolder(place)),
  };
  return { disk, steps };
}

const failureOf = (run: Promise<unknown>) =>
  run.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("replacing a file", () => {
  it("writes all of it under another name, and gives it its own when it is on the disk", async () => {
    writeFileSync(placeOf("a.txt"), "old");
    const { disk, steps } = watched();
    await createFileWriter(disk).replace(placeOf("a.txt"), [bytes("new"), bytes("er")]);
    expect(textOf("a.txt")).toBe("newer");
    expect(readdirSync(folder.path)).toEqual(["a.txt"]);
    expect(steps).toEqual([
      "open unfinished wx",
      "write unfinished 0",
      "write unfinished 3",
      "sync unfinished",
      "close unfinished",
      "rename unfinished a.txt",
      "open folder r",
      "sync folder",
      "close folder",
    ]);
  });

  it("asks for its name when everything is written, and takes chunks that come one by one", async () => {
    let written = "";
    async function* chunks() {
      for (const text of ["one ", "two"]) {
        yield bytes(text);
        written += text;
      }
    }
    await createFileWriter().replace(() => placeOf(`${written.length}.txt`), chunks(), folder.path);
    expect(textOf("7.txt")).toBe("one two");
  });

  it.each(["open unfinished", "write unfinished", "sync unfinished", "close unfinished", "rename"])(
    "leaves the old one and nothing else where this fails: %s",
    async (failing) => {
      writeFileSync(placeOf("a.txt"), "old");
      const { disk, steps } = watched(failing);
      const failure = await failureOf(createFileWriter(disk).replace(placeOf("a.txt"), [bytes("new")]));
      expect(failure).toMatchObject({
        code: "disk-failed",
        message: `a.txt cannot be written in ${folder.path} (EIO).`,
        remedy: "Check the disk, then try again.",
        cause: expect.objectContaining({ code: "EIO" }),
      });
      expect(textOf("a.txt")).toBe("old");
      expect(readdirSync(folder.path)).toEqual(["a.txt"]);
      expect(steps.filter((step) => step.startsWith("open unf"))).toHaveLength(1);
      if (failing.startsWith("write")) expect(steps).toContain("close unfinished");
    },
  );

  it("tells what failed, and not that nothing could be cleared away after it", async () => {
    const { disk } = watched("rename");
    const failing = { ...disk, remove: () => Promise.reject(new Error("not that")) };
    const failure = await failureOf(createFileWriter(failing).replace(placeOf("a.txt"), [bytes("new")]));
    expect(failure).toMatchObject({ code: "disk-failed" });
  });

  it.each([
    ["open folder", ["EISDIR", "EPERM", "EACCES", "EINVAL"]],
    ["sync folder", ["EPERM", "EINVAL", "EBADF", "EISDIR"]],
  ])("does without what a system has not: %s", async (failing, codes) => {
    for (const code of codes) {
      const { disk, steps } = watched(failing, code);
      await createFileWriter(disk).replace(placeOf("a.txt"), [bytes(code)]);
      expect(textOf("a.txt")).toBe(code);
      expect(steps.filter((step) => step === "close folder")).toHaveLength(failing === "sync folder" ? 1 : 0);
    }
    const { disk } = watched(failing, "EIO");
    expect(await failureOf(createFileWriter(disk).replace(placeOf("a.txt"), [bytes("x")]))).toMatchObject({
      code: "disk-failed",
    });
  });
});

describe("adding to a file", () => {
  it("makes it where nothing of it counts, whatever stood there", async () => {
    writeFileSync(placeOf("a.bin"), "left over from before");
    const { disk, steps } = watched();
    await createFileWriter(disk).append(placeOf("a.bin"), 0, bytes("new"));
    expect(textOf("a.bin")).toBe("new");
    expect(steps).toEqual([
      "remove a.bin",
      "open a.bin wx",
      "write a.bin 0",
      "sync a.bin",
      "close a.bin",
      "open folder r",
      "sync folder",
      "close folder",
    ]);
  });

  it("cuts it to what counts, and adds there", async () => {
    writeFileSync(placeOf("a.bin"), "whole and not");
    const { disk, steps } = watched();
    await createFileWriter(disk).append(placeOf("a.bin"), 5, bytes(" more"));
    expect(textOf("a.bin")).toBe("whole more");
    expect(steps).toEqual(["open a.bin r+", "truncate a.bin 5", "write a.bin 5", "sync a.bin", "close a.bin"]);
  });

  it.each(["write a.bin", "sync a.bin"])("takes back what it has added where this fails: %s", async (failing) => {
    writeFileSync(placeOf("a.bin"), "whole and not");
    const { disk, steps } = watched(failing);
    const failure = await failureOf(createFileWriter(disk).append(placeOf("a.bin"), 5, bytes(" more")));
    expect(failure).toMatchObject({ code: "disk-failed", message: expect.stringContaining("a.bin cannot be written") });
    expect(textOf("a.bin")).toBe("whole");
    expect(steps.at(-1)).toBe("close a.bin");
  });
});

describe("making a file that must not be there yet", () => {
  it("makes it once", async () => {
    const { disk, steps } = watched();
    const files = createFileWriter(disk);
    expect(await files.create(placeOf("lock"), "mine")).toBe(true);
    expect(await files.create(placeOf("lock"), "other")).toBe(false);
    expect(textOf("lock")).toBe("mine");
    expect(steps).toEqual(["open lock wx", "write lock 0", "close lock", "open lock wx"]);
  });

  it("leaves none that is not whole", async () => {
    const { disk, steps } = watched("write lock", "ENOSPC");
    expect(await failureOf(createFileWriter(disk).create(placeOf("lock"), "mine"))).toMatchObject({
      code: "disk-failed",
      remedy: "Free some space on the disk, then try again.",
    });
    expect(existsSync(placeOf("lock"))).toBe(false);
    expect(steps.at(-1)).toBe("close lock");
    const { disk: dead } = watched("open lock");
    expect(await failureOf(createFileWriter(dead).create(placeOf("lock"), "mine"))).toMatchObject({
      code: "disk-failed",
    });
  });
});

describe("files and folders", () => {
  it("are removed whether or not they are there, and folders made with those above", async () => {
    const files = createFileWriter();
    await files.makeFolder(placeOf("one/two"));
    await files.makeFolder(placeOf("one/two"));
    writeFileSync(placeOf("one/two/a"), "");
    writeFileSync(placeOf("one/two/b"), "");
    await files.remove([placeOf("one/two/a"), placeOf("nowhere"), placeOf("one/two/b")]);
    await files.remove([]);
    expect(readdirSync(placeOf("one/two"))).toEqual([]);
  });

  it("are synced and closed on the computer itself", async () => {
    const file = await computerDisk.open(placeOf("a"), "wx");
    await file.write(bytes("whole"), 0);
    await file.sync();
    await file.close();
    await expect(file.sync()).rejects.toMatchObject({ code: "EBADF" });
    expect(textOf("a")).toBe("whole");
  });

  it("are named, and none are where no folder is", async () => {
    mkdirSync(placeOf("one"));
    writeFileSync(placeOf("one/a"), "");
    expect(await namesIn(placeOf("one"))).toEqual(["a"]);
    expect(await namesIn(placeOf("nowhere"))).toEqual([]);
    expect(await namesIn(placeOf("one/a"))).toEqual([]);
    await expect(namesIn("\0")).rejects.toThrow();
  });

  it.each([
    ["0123456789abcdef.unfinished", true],
    ["0123456789abcdef0.unfinished", false],
    ["0123456789abcde.unfinished", false],
    ["0123456789ABCDEF.unfinished", false],
    ["0123456789abcdef.unfinished.txt", false],
    ["0123456789abcdefxunfinished", false],
  ])("are unfinished by their names: %s", (name, isOne) => {
    expect(isUnfinished(name)).toBe(isOne);
  });

  it("need not be cleared away where the disk refuses", async () => {
    expect(await tidied(async () => undefined)).toBe(true);
    expect(await tidied(() => Promise.reject(new AppError("disk-failed", "no", "wait")))).toBe(false);
    await expect(tidied(() => Promise.reject(new AppError("busy", "no", "wait")))).rejects.toThrow("no");
    await expect(tidied(() => Promise.reject(new TypeError("a bug")))).rejects.toThrow("a bug");
  });
});

describe("a failure of the disk", () => {
  it.each([
    ["ENOSPC", "Free some space"],
    ["EDQUOT", "Free some space"],
    ["EROFS", "Make the folder writable"],
    ["EACCES", "Make the folder writable"],
    ["EPERM", "Make the folder writable"],
    ["EEXIST", "A file stands where a folder should be"],
    ["ENOTDIR", "A file stands where a folder should be"],
    ["EIO", "Check the disk"],
  ])("%s says what helps: %s", async (code, remedy) => {
    const { disk } = watched("make", code);
    const failure = await failureOf(createFileWriter(disk).makeFolder(placeOf("one")));
    if (!(failure instanceof AppError)) throw new Error("Another failure");
    expect(failure).toMatchObject({
      code: "disk-failed",
      message: `one cannot be written in ${folder.path} (${code}).`,
      remedy: expect.stringContaining(remedy),
    });
    expect(isReadOnly(failure)).toBe(["EROFS", "EACCES", "EPERM"].includes(code));
  });

  it("is none where the system says nothing", async () => {
    const { disk } = watched("make", "EIO", {});
    expect(await failureOf(createFileWriter(disk).makeFolder(placeOf("one")))).toMatchObject({ code: "EIO" });
    const broken = { ...disk, makeFolder: () => Promise.reject(new TypeError("a bug")) };
    await expect(createFileWriter(broken).makeFolder("x")).rejects.toThrow("a bug");
    const numbered = Object.assign(new Error("5"), { code: 5, syscall: "mkdir" });
    await expect(
      createFileWriter({ ...disk, makeFolder: () => Promise.reject(numbered) }).makeFolder("x"),
    ).rejects.toBe(numbered);
    const cause = Object.assign(new Error("EROFS"), { code: "EROFS", syscall: "mkdir" });
    expect(isReadOnly(new AppError("busy", "no", "wait", { cause }))).toBe(false);
    expect(isReadOnly(new AppError("disk-failed", "no", "wait"))).toBe(false);
  });

  it("names some file where the name is not known yet, or there are several", async () => {
    const { disk } = watched("open unfinished");
    expect(
      await failureOf(createFileWriter(disk).replace(() => placeOf("later"), [bytes("x")], folder.path)),
    ).toMatchObject({ message: expect.stringContaining(path.basename(folder.path)) });
    const removing = watched("remove b");
    expect(await failureOf(createFileWriter(removing.disk).remove([placeOf("a"), placeOf("b")]))).toMatchObject({
      message: expect.stringContaining("a cannot be written"),
    });
  });
});
