import type { SeedsOrigin } from "../config/folders.ts";
import type { AppError } from "../errors.ts";

/** One thing that `doctor` looked at, and what it saw. */
export type DoctorFinding =
  | { readonly kind: "node"; readonly version: string; readonly needed: string; readonly isEnough: boolean }
  | { readonly kind: "settings"; readonly file: string | undefined; readonly problems: readonly AppError[] }
  | {
      readonly kind: "documents";
      readonly folder: string;
      readonly origin: SeedsOrigin;
      readonly documents: number;
      /** Whether there are more than were counted. */
      readonly isMore: boolean;
      /** Of the files that could be read. */
      readonly extensions: readonly string[];
    }
  | { readonly kind: "documents-missing"; readonly error: AppError }
  | {
      readonly kind: "index";
      readonly folder: string;
      /** `ready`: built by a program that writes the same form; `outdated`, `damaged`, `none`: it will be built. */
      readonly state: "ready" | "outdated" | "damaged" | "none";
      readonly isWritable: boolean;
    }
  | {
      /** In place of `index` where a cluster keeps it. */
      readonly kind: "cluster";
      /** Without names and passwords. */
      readonly addresses: string;
      readonly version: string;
      /** Whether it is of the kind that the program is tried with. */
      readonly isTried: boolean;
      readonly nodes: number;
      /** Undefined where the user may not see it. */
      readonly health: "green" | "yellow" | "red" | undefined;
    }
  | {
      readonly kind: "cluster-index";
      /**
       * `none`: it will be built; `damaged`: something is there, and not what this program has written; `away`: it is
       * there and cannot be read at the moment.
       */
      readonly state: "ready" | "damaged" | "away" | "none";
      readonly passages: number | undefined;
      /** What the names of indices of other versions begin with. */
      readonly others: readonly string[];
    }
  | { readonly kind: "cluster-failed"; readonly error: AppError }
  /** What is kept beside the documents where a cluster keeps the index. */
  | { readonly kind: "texts"; readonly folder: string; readonly isWritable: boolean }
  | {
      readonly kind: "port";
      readonly setting: "HEALTH_PORT" | "READER_PORT";
      readonly port: number;
      readonly isFree: boolean;
    }
  /** The token is never shown. */
  | { readonly kind: "no-token" }
  | {
      readonly kind: "discord";
      readonly bot: string;
      readonly hasMessageContent: boolean;
      readonly needsMessageContent: boolean;
    }
  | { readonly kind: "discord-failed"; readonly error: AppError };

/** Whether the program cannot run as it is set up. */
export function isBad(finding: DoctorFinding): boolean {
  switch (finding.kind) {
    case "node":
      return !finding.isEnough;
    case "settings":
      return finding.problems.length > 0;
    case "documents":
      return finding.documents === 0 && !finding.isMore && finding.origin === "named";
    case "port":
      return !finding.isFree;
    case "discord":
      return finding.needsMessageContent && !finding.hasMessageContent;
    case "cluster":
      return finding.health === "red";
    case "cluster-index":
      return finding.state === "damaged" || finding.state === "away";
    case "documents-missing":
    case "cluster-failed":
    case "discord-failed":
      return true;
    case "index":
    case "texts":
    case "no-token":
      return false;
  }
}
