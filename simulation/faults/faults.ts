import { type Fault, failRequests } from "./fault.ts";

const moment = [0, 0] as const;
const short = [500, 6000] as const;
const long = [2000, 20_000] as const;

function failing(kind: Fault["kind"], name: string, fault: Parameters<typeof failRequests>[1]): Fault {
  return { kind, name, lastsMs: long, begin: failRequests(name, fault) };
}

/** Everything that goes wrong in simulations. */
export const faults: readonly Fault[] = [
  // Breaks.
  {
    kind: "breaks",
    name: "gateway cut",
    lastsMs: moment,
    begin: ({ standIn }) => void standIn.faults.dropConnections(),
  },
  {
    kind: "breaks",
    name: "gateway closed with 4000",
    lastsMs: moment,
    begin: ({ standIn }) => void standIn.faults.dropConnections(4000),
  },
  {
    kind: "breaks",
    name: "reconnect ordered",
    lastsMs: moment,
    begin: ({ standIn }) => void standIn.faults.orderReconnect(),
  },
  {
    kind: "breaks",
    name: "session invalid, resumable",
    lastsMs: moment,
    begin: ({ standIn }) => void standIn.faults.invalidateSession(true),
  },
  {
    kind: "breaks",
    name: "session invalid",
    lastsMs: moment,
    begin: ({ standIn }) => void standIn.faults.invalidateSession(false),
  },
  {
    kind: "breaks",
    name: "resume refused",
    lastsMs: moment,
    begin: ({ standIn }) => {
      standIn.faults.refuseResume();
      standIn.faults.dropConnections();
      return undefined;
    },
  },
  { kind: "breaks", name: "all connections cut", lastsMs: moment, begin: ({ network }) => void network.cut() },
  {
    kind: "breaks",
    name: "connections refused",
    lastsMs: short,
    begin: ({ network }) => {
      network.reach = "refused";
      network.cut();
      return () => network.recover();
    },
  },
  {
    kind: "breaks",
    name: "name unknown",
    lastsMs: short,
    begin: ({ network }) => {
      network.reach = "unknown name";
      return () => network.recover();
    },
  },
  {
    kind: "breaks",
    name: "gateway refuses with 520",
    lastsMs: long,
    begin: ({ standIn }) => {
      standIn.faults.setGatewayDoor(520);
      standIn.faults.dropConnections();
      return () => standIn.faults.setGatewayDoor("open");
    },
  },
  failing("breaks", "500", { status: 500 }),
  failing("breaks", "502", { status: 502 }),
  failing("breaks", "503", { status: 503 }),
  failing("breaks", "429", { status: 429, retryAfter: 0.5 }),
  failing("breaks", "429 of all routes", { status: 429, retryAfter: 0.5, global: true }),
  {
    kind: "breaks",
    name: "documents unreadable",
    lastsMs: long,
    begin: ({ files }) => {
      files.fault = { match: "/documents/", on: "reading", code: "EIO" };
      return () => {
        files.fault = undefined;
      };
    },
  },
  {
    kind: "breaks",
    name: "disk full",
    lastsMs: long,
    begin: ({ files }) => {
      files.fault = { match: "/", on: "writing", code: "ENOSPC" };
      return () => {
        files.fault = undefined;
      };
    },
  },
  // Hangs.
  failing("hangs", "requests hang", { hangs: true }),
  failing("hangs", "responses hang", { loseResponse: "hanging" }),
  {
    kind: "hangs",
    name: "network stands still",
    lastsMs: short,
    begin: ({ network, lastsMs }) => void network.standStill(lastsMs),
  },
  {
    kind: "hangs",
    name: "half-open gateway",
    lastsMs: moment,
    begin: ({ standIn }) => void standIn.faults.stopHeartbeatAcks({ silent: true }),
  },
  {
    kind: "hangs",
    name: "heartbeats unanswered",
    lastsMs: moment,
    begin: ({ standIn }) => void standIn.faults.stopHeartbeatAcks(),
  },
  {
    kind: "hangs",
    name: "no answer to a resume",
    lastsMs: moment,
    begin: ({ standIn }) => {
      standIn.faults.ignoreResume();
      standIn.faults.dropConnections();
      return undefined;
    },
  },
  ...(["hanging", "unfriendly"] as const).map(
    (door): Fault => ({
      kind: "hangs",
      name: `gateway ${door}`,
      lastsMs: long,
      begin: ({ standIn }) => {
        standIn.faults.setGatewayDoor(door);
        standIn.faults.dropConnections();
        return () => standIn.faults.setGatewayDoor("open");
      },
    }),
  ),
  {
    kind: "hangs",
    name: "connecting hangs",
    lastsMs: short,
    begin: ({ network }) => {
      network.reach = "hanging";
      return () => network.recover();
    },
  },
  // Late.
  {
    kind: "late",
    name: "slow network",
    lastsMs: long,
    begin: ({ network, random }) => {
      network.latencyMs = [100, random.between(200, 600)];
      return () => network.recover();
    },
  },
  {
    kind: "late",
    name: "slow requests",
    lastsMs: long,
    begin: (world) => failRequests("slow requests", { delayMs: Math.round(world.random.between(200, 900)) })(world),
  },
  {
    kind: "late",
    name: "slow disk",
    lastsMs: long,
    begin: ({ files, random }) => {
      files.fault = { match: "/", on: "all", lateMs: Math.round(random.between(20, 300)) };
      return () => {
        files.fault = undefined;
      };
    },
  },
  {
    kind: "late",
    name: "events held back",
    lastsMs: short,
    begin: ({ standIn }) => {
      standIn.faults.holdEvents();
      return () => standIn.faults.releaseEvents();
    },
  },
  // Twice.
  {
    kind: "twice",
    name: "events twice",
    lastsMs: long,
    begin: ({ standIn }) => {
      standIn.faults.duplicateEvents();
      return () => standIn.faults.duplicateEvents(0);
    },
  },
  failing("twice", "responses lost by a reset", { loseResponse: "reset" }),
  failing("twice", "responses lost by a close", { loseResponse: "closed" }),
  // Out of order.
  {
    kind: "out of order",
    name: "events in reverse",
    lastsMs: short,
    begin: ({ standIn }) => {
      standIn.faults.holdEvents();
      return () => standIn.faults.releaseEvents("reversed");
    },
  },
];
