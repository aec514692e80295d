import type { Server } from "node:http";
import net from "node:net";
import { replaceMethods } from "../replaced.ts";
import type { Random } from "../seeded-random.ts";
import { VirtualSocket, type Wire } from "./virtual-socket.ts";

/** How new connections fare. */
export type Reach = "reachable" | "refused" | "unknown name" | "hanging";

/** Milliseconds, from and to. */
export type Span = readonly [least: number, most: number];

const usualLatencyMs: Span = [2, 40];

/** A network in memory that everything in this process connects through; there is one server in it. */
export class VirtualNetwork {
  reach: Reach = "reachable";
  /** How long bytes are under way. */
  latencyMs: Span = usualLatencyMs;
  #standstillUntil = 0;
  #server: Server | undefined;
  readonly #random: Random;
  readonly #open = new Set<VirtualSocket>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** What `server` is reached by. */
  serve(server: Server): void {
    this.#server = server;
  }

  /** Nothing arrives for so long, and all of it afterwards. */
  standStill(ms: number): void {
    this.#standstillUntil = Date.now() + ms;
  }

  /** Ends every connection that stands. */
  cut(): void {
    for (const socket of this.#open) socket.resetAndDestroy();
  }

  recover(): void {
    this.reach = "reachable";
    this.latencyMs = usualLatencyMs;
  }

  /** Makes this the only network of the process. @returns what ends that */
  takeOver(): () => void {
    const connect = (options: unknown): VirtualSocket => this.connect(timeoutOf(options));
    return replaceMethods(net, { connect, createConnection: connect });
  }

  connect(timeoutMs = 0): VirtualSocket {
    const socket = new VirtualSocket();
    if (timeoutMs > 0) socket.setTimeout(timeoutMs);
    const { reach } = this;
    if (reach === "hanging") return socket;
    this.#after(this.#delayMs(), () => {
      if (socket.destroyed) return;
      if (reach !== "reachable" || this.#server === undefined) socket.destroy(notReached(reach));
      else this.#accept(socket, this.#server);
    });
    return socket;
  }

  #accept(socket: VirtualSocket, server: Server): void {
    const far = new VirtualSocket();
    socket.join(far, this.#wire());
    far.join(socket, this.#wire());
    this.#open.add(far);
    far.once("close", () => this.#open.delete(far));
    // Whoever does not listen does not want to know.
    far.on("error", () => undefined);
    server.emit("connection", far);
    socket.emit("connect");
    socket.emit("ready");
  }

  /** Bytes may be late, but never overtake one another. */
  #wire(): Wire {
    let lastAt = 0;
    return {
      carry: (arrive) => {
        const at = Math.max(lastAt, Date.now() + this.#delayMs(), this.#standstillUntil);
        lastAt = at;
        this.#after(at - Date.now(), arrive);
      },
    };
  }

  #delayMs(): number {
    return Math.round(this.#random.between(...this.latencyMs));
  }

  #after(ms: number, act: () => void): void {
    setTimeout(act, ms);
  }
}

function timeoutOf(options: unknown): number {
  return typeof options === "object" && options !== null && "timeout" in options && typeof options.timeout === "number"
    ? options.timeout
    : 0;
}

function notReached(reach: Reach): Error {
  const code = reach === "unknown name" ? "ENOTFOUND" : "ECONNREFUSED";
  const syscall = code === "ENOTFOUND" ? "getaddrinfo" : "connect";
  return Object.assign(new Error(`${syscall} ${code} 127.0.0.1`), { code, syscall });
}
