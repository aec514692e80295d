import { Duplex } from "node:stream";

/** How bytes and endings get to the other side. */
export interface Wire {
  /** Calls `arrive` when what is sent now has got there, after all that was sent before. */
  carry(arrive: () => void): void;
}

/** One end of a connection that is in memory, as far as HTTP and WebSockets need a socket. */
export class VirtualSocket extends Duplex {
  connecting = true;
  readonly remoteAddress = "127.0.0.1";
  readonly remoteFamily = "IPv4";
  #other: VirtualSocket | undefined;
  #wire: Wire | undefined;
  #idleMs = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor() {
    super({ allowHalfOpen: false });
  }

  /** Joins two ends. */
  join(other: VirtualSocket, wire: Wire): void {
    this.#other = other;
    this.#wire = wire;
    this.connecting = false;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  /** Emits `timeout` when nothing has moved for so long; 0: never. */
  setTimeout(ms: number, onTimeout?: () => void): this {
    this.#idleMs = ms;
    if (onTimeout !== undefined) this.once("timeout", onTimeout);
    this.#moved();
    return this;
  }

  /** Cuts the connection, so that the other side learns of it as an error. */
  resetAndDestroy(): this {
    const other = this.#other;
    this.#carry(() => other?.destroy(connectionReset()));
    this.#other = undefined;
    return this.destroy();
  }

  override _read(): void {
    this.#moved();
  }

  override _write(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#moved();
    if (this.connecting) {
      this.once("connect", () => this._write(chunk, encoding, done));
      return;
    }
    const other = this.#other;
    const bytes = Buffer.from(chunk);
    this.#carry(() => {
      if (other !== undefined && !other.destroyed && !other.readableEnded) other.push(bytes);
    });
    done();
  }

  override _final(done: (error?: Error | null) => void): void {
    if (this.connecting && !this.destroyed) {
      this.once("connect", () => this._final(done));
      return;
    }
    const other = this.#other;
    this.#carry(() => {
      if (other !== undefined && !other.destroyed && !other.readableEnded) other.push(null);
    });
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.#idle);
    if (!this.writableFinished) this._final(() => undefined);
    done(error);
  }

  #carry(arrive: () => void): void {
    this.#wire?.carry(arrive);
  }

  #moved(): void {
    clearTimeout(this.#idle);
    if (this.#idleMs > 0 && !this.destroyed) this.#idle = setTimeout(() => this.emit("timeout"), this.#idleMs).unref();
  }
}

export function connectionReset(): Error {
  return Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
}
