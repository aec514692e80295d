import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { openSearchClassPath } from "./class-path.ts";

export interface ClusterOptions {
  /** 1 by default. */
  readonly nodes?: number;
  /** Of each node; 512 by default. */
  readonly heapMb?: number;
  /** Where the nodes keep what they have, which stays there; absent: in a temporary folder, which goes. */
  readonly home?: string;
  /** Whether Java may take the time to make code fast: for measuring, not for tests that end soon. False by default. */
  readonly isLongLived?: boolean;
}

/** An OpenSearch on this machine, on loopback alone. */
export interface TestCluster {
  /** Addresses of the nodes, by number. */
  readonly urls: readonly string[];
  /** Process ids of the nodes that are up. */
  readonly pids: readonly number[];
  /** Ends a node at once, as a machine does that loses its power. */
  kill(node: number): Promise<void>;
  /** Stops a node's process where it stands, or lets it go on: a machine that hangs. */
  pause(node: number): void;
  resume(node: number): void;
  /** Starts a node again that was killed, with what it has on its disk. */
  start(node: number): Promise<void>;
  /** What a node takes: its memory in MB, without the files of the index that it has mapped (null where the system does not say), and its processor time since it started. */
  use(node: number): Promise<{ readonly residentMb: number | null; readonly cpuMs: number }>;
  /** Ends all nodes, and removes what they wrote unless they have a home. */
  stop(): Promise<void>;
}

const startMs = 90_000;
const statsSchema = z.object({
  nodes: z.record(z.string(), z.object({ process: z.object({ cpu: z.object({ total_in_millis: z.number() }) }) })),
});

/** Starts nodes that know each other, and waits until they answer. */
export async function startCluster(options: ClusterOptions = {}): Promise<TestCluster> {
  const { nodes: count = 1 } = options;
  const home = options.home ?? (await mkdtemp(join(tmpdir(), "opensearch-")));
  const classPath = await openSearchClassPath();
  const ports = await freePorts(count * 2);
  const httpPorts = ports.slice(0, count);
  const transport = ports.slice(count);
  const urls = httpPorts.map((port) => `http://127.0.0.1:${port}`);
  const running = new Map<number, ChildProcess>();

  const settingsOf = (node: number): string[] => {
    const settings: Record<string, string> = {
      "path.home": join(home, `node-${node}`),
      "node.name": `node-${node}`,
      "cluster.name": "fundstelle-tests",
      "network.host": "127.0.0.1",
      "http.port": `${httpPorts[node]}`,
      "transport.port": `${transport[node]}`,
      "transport.type": "netty4",
      "http.type": "netty4",
      // Other users of the disk are none of a test's business.
      "cluster.routing.allocation.disk.threshold_enabled": "false",
      ...(count === 1
        ? { "discovery.type": "single-node" }
        : {
            "discovery.seed_hosts": transport.map((port) => `127.0.0.1:${port}`).join(","),
            "cluster.initial_cluster_manager_nodes": urls.map((_, other) => `node-${other}`).join(","),
            // A node that is gone is missed within seconds.
            "cluster.fault_detection.follower_check.timeout": "2s",
            "cluster.fault_detection.leader_check.timeout": "2s",
          }),
    };
    return Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  };

  const launch = (node: number): void => {
    const { heapMb = 512, isLongLived = false } = options;
    const java = [
      "-Xms256m",
      `-Xmx${heapMb}m`,
      "-XX:+UseSerialGC",
      ...(isLongLived ? [] : ["-XX:TieredStopAtLevel=1"]),
    ];
    const child = spawn(
      "java",
      [...java, "-cp", classPath, join(import.meta.dirname, "StartNode.java"), ...settingsOf(node)],
      {
        stdio: ["pipe", "ignore", "ignore"],
      },
    );
    running.set(node, child);
    child.once("exit", () => {
      if (running.get(node) === child) running.delete(node);
    });
  };

  const cluster: TestCluster = {
    urls,
    get pids() {
      return [...running.values()].flatMap(({ pid }) => pid ?? []);
    },
    kill: (node) => ended(running.get(node), "SIGKILL"),
    pause: (node) => void running.get(node)?.kill("SIGSTOP"),
    resume: (node) => void running.get(node)?.kill("SIGCONT"),
    async start(node) {
      launch(node);
      await isUp(urls[node] ?? "", count);
    },
    async use(node) {
      const pid = running.get(node)?.pid ?? 0;
      const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
      const ownKb = /^RssAnon:\s+(\d+) kB$/mu.exec(status)?.[1];
      const answer = await fetch(`${urls[node]}/_nodes/_local/stats/process`);
      const { nodes } = statsSchema.parse(await answer.json());
      const cpuMs = Object.values(nodes).reduce((sum, { process }) => sum + process.cpu.total_in_millis, 0);
      return { residentMb: ownKb === undefined ? null : Number(ownKb) / 1024, cpuMs };
    },
    async stop() {
      const isKept = options.home !== undefined;
      await Promise.all([...running.values()].map((child) => (isKept ? closed(child) : ended(child, "SIGKILL"))));
      if (options.home === undefined) await rm(home, { recursive: true, force: true });
    },
  };
  try {
    for (let node = 0; node < count; node++) launch(node);
    for (const url of urls) await isUp(url, count);
    return cluster;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

function ended(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

/** Lets a node write down what it has and end. */
function closed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.stdin?.end();
  });
}

/** Waits until a node says that so many are there. */
async function isUp(url: string, nodes: number): Promise<void> {
  const until = performance.now() + startMs;
  for (;;) {
    const answer = await fetch(`${url}/_cluster/health?wait_for_nodes=${nodes}&wait_for_status=yellow&timeout=1s`, {
      signal: AbortSignal.timeout(3_000),
    }).catch(() => undefined);
    if (answer?.ok === true) return;
    if (performance.now() > until) throw new Error(`No OpenSearch on ${url} within ${startMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
          const server = createServer();
          server.once("error", reject);
          server.listen(0, "127.0.0.1", () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
