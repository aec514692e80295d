import { computerDisk, type Disk, type OpenFile } from "../../../src/search/storage/file-writing.ts";

/** What the next operations on a disk meet with; changed by a test while it runs. */
export interface Fault {
  code?: "ENOSPC" | "EROFS" | "EIO";
  /** Bytes that still fit before `code` is met. */
  bytesLeft?: number;
}

/** The computer's disk with faults that a test puts in: full after so many bytes, or not to be written at all. */
export function faultyDisk(fault: Fault): Disk {
  const fail = (syscall: string): never => {
    throw Object.assign(new Error(`${fault.code}: ${syscall}`), { code: fault.code, syscall });
  };
  const check = (syscall: string): void => {
    if (fault.code === "EROFS" || fault.code === "EIO") fail(syscall);
  };
  return {
    async open(path, flags) {
      if (flags !== "r") check("open");
      const file = await computerDisk.open(path, flags);
      const faulty: OpenFile = {
        ...file,
        async write(bytes, position) {
          if (fault.code === "ENOSPC") {
            const fitting = Math.min(bytes.length, fault.bytesLeft ?? 0);
            await file.write(bytes.subarray(0, fitting), position);
            fault.bytesLeft = (fault.bytesLeft ?? 0) - fitting;
            if (fitting < bytes.length) fail("write");
          } else await file.write(bytes, position);
        },
      };
      return faulty;
    },
    async rename(from, to) {
      check("rename");
      await computerDisk.rename(from, to);
    },
    async remove(path) {
      check("unlink");
      await computerDisk.remove(path);
    },
    async makeFolder(path) {
      await computerDisk.makeFolder(path);
    },
  };
}
