import { close, open, read } from "node:fs";

/** A file that is open for reading. */
export interface PlainFile {
  /** @returns how many bytes were read, fewer than the buffer holds where the file ends @throws the system's error */
  read(buffer: Buffer, start: number): Promise<number>;
  /** @throws the system's error */
  close(): Promise<void>;
}

/**
 * Opens a file by its plain handle. A question reads a little of each of dozens of files: with the handles of
 * `node:fs/promises`, which are objects of their own, making and dropping them takes longer than what is read.
 * @throws the system's error
 */
export function openPlainFile(path: string): Promise<PlainFile> {
  return new Promise((resolve, reject) => {
    open(path, "r", (error, handle) => {
      if (error === null) resolve(plainFile(handle));
      else reject(error);
    });
  });
}

function plainFile(handle: number): PlainFile {
  return {
    read: (buffer, start) =>
      new Promise((resolve, reject) => {
        read(handle, buffer, 0, buffer.length, start, (error, bytes) => {
          if (error === null) resolve(bytes);
          else reject(error);
        });
      }),
    close: () =>
      new Promise((resolve, reject) => {
        close(handle, (error) => {
          if (error === null || error === undefined) resolve();
          else reject(error);
        });
      }),
  };
}
