import type { ClusterSettings } from "../../config/settings.ts";
import { AppError } from "../../errors.ts";
import { connectCluster } from "../../search/cluster/connection.ts";
import { describeCluster, describeIndex, otherBases } from "../../search/cluster/describe.ts";
import { baseName } from "../../search/cluster/names.ts";

/** What the cluster is and how it is, and whether there is an index that this program reads. */
export async function* examineCluster({ url }: ClusterSettings, analyzerFingerprint: string) {
  try {
    const connection = await connectCluster({ url });
    try {
      const base = baseName(connection.prefix, analyzerFingerprint);
      const cluster = await describeCluster(connection, base);
      yield { kind: "cluster", addresses: connection.addresses, ...cluster } as const;
      const index = await describeIndex(connection, base);
      yield { kind: "cluster-index", ...index, others: await otherBases(connection, base) } as const;
    } finally {
      await connection.close();
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    yield { kind: "cluster-failed", error } as const;
  }
}
