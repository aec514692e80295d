import type { RestFault } from "../../discord-stand-in/rest/rest-faults.ts";
import type { StandIn } from "../../discord-stand-in/stand-in.ts";
import type { FileSystem } from "../disk/file-system.ts";
import type { VirtualNetwork } from "../network/network.ts";
import type { Random } from "../seeded-random.ts";

/** What can go wrong. */
export interface World {
  readonly standIn: StandIn;
  readonly network: VirtualNetwork;
  readonly files: FileSystem;
  readonly random: Random;
  /** How long the fault that begins lasts. */
  readonly lastsMs: number;
  /** Told of every request that a fault of Discord's REST meets. */
  readonly onMet: (fault: string, line: string) => void;
}

/** One way in which something goes wrong. */
export interface Fault {
  readonly name: string;
  readonly kind: "breaks" | "hangs" | "late" | "twice" | "out of order";
  /** From and to how many milliseconds it lasts; 0 for a moment. */
  readonly lastsMs: readonly [least: number, most: number];
  /** @returns what ends it, where it lasts */
  begin(world: World): (() => void) | undefined;
}

/** A failure of some requests, each of which is told of. */
export function failRequests(name: string, fault: Omit<RestFault, "match">): (world: World) => () => void {
  return ({ standIn, random, onMet }) => {
    const only = random.pick([/POST|PATCH/, /callback/, /messages/, /./]);
    const handle = standIn.faults.failRest({
      ...fault,
      times: Math.floor(random.between(1, 4)),
      match: ({ method, path }) => {
        const line = `${method} ${path}`;
        if (!only.test(line)) return false;
        onMet(name, line);
        return true;
      },
    });
    return () => handle.remove();
  };
}
