import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
  /** Ends all nodes, and removes what they wrote. */
  stop(): Promise<void>;
}

const startMs = 90_000;

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
    async stop() {
      await Promise.all(
        [...running.values()].map((child) => ended(child, options.home === undefined ? "SIGKILL" : "SIGTERM")),
      );
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
