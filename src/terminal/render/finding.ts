import type { Messages } from "../../locales/messages.ts";
import { type DoctorFinding, isBad } from "../doctor-findings.ts";
import { sanitize } from "../text/sanitize.ts";
import type { Style } from "../text/style.ts";
import { renderError } from "./error.ts";

/** What was looked at, on a line that begins with ✓ or ✗, and with → what to do. */
export function renderFinding(finding: DoctorFinding, messages: Messages, style: Style): string {
  const [what, ...remedies] = linesOf(finding, messages).map((line) => sanitize(line));
  const mark = isBad(finding) ? style.strong("✗") : style.accent("✓");
  return [`${mark} ${what}`, ...remedies.map((remedy) => `  → ${remedy}`)].join("\n");
}

function linesOf(finding: DoctorFinding, messages: Messages): readonly string[] {
  const { doctor } = messages;
  switch (finding.kind) {
    case "node":
      return finding.isEnough
        ? [doctor.node(finding.version)]
        : [doctor.node(finding.version), doctor.nodeNeeded(finding.needed)];
    case "settings":
      return [
        finding.problems.length === 0 ? doctor.settings(finding.file) : doctor.wrongSettings(finding.problems.length),
        ...finding.problems.map((problem) => renderError(problem, messages)),
      ];
    case "documents":
      return documentLines(finding, messages);
    case "cluster":
      return [
        doctor.cluster(finding),
        ...(finding.isTried ? [] : [doctor.clusterUntried]),
        ...(finding.health === "red" ? [doctor.clusterRed] : []),
      ];
    case "cluster-index":
      return [
        doctor.clusterIndex(finding.state, finding.passages),
        ...(finding.state === "damaged" ? [doctor.clusterDamaged] : []),
        ...(finding.others.length === 0 ? [] : [doctor.clusterOthers(finding.others.join(", "))]),
      ];
    case "texts":
      return [doctor.texts(finding.folder), ...(finding.isWritable ? [] : [doctor.textsReadOnly])];
    case "documents-missing":
    case "cluster-failed":
    case "discord-failed":
      return [renderError(finding.error, messages)];
    case "index":
      return [doctor.index(finding.folder, finding.state), ...(finding.isWritable ? [] : [doctor.indexReadOnly])];
    case "port":
      return finding.isFree
        ? [doctor.port(finding.setting, finding.port)]
        : [doctor.portTaken(finding.setting, finding.port), doctor.portRemedy];
    case "no-token":
      return [doctor.noToken];
    case "discord":
      return finding.needsMessageContent && !finding.hasMessageContent
        ? [doctor.bot(finding.bot), doctor.intentRemedy]
        : [doctor.bot(finding.bot)];
  }
}

function documentLines(
  { documents, isMore, folder, origin, extensions }: Extract<DoctorFinding, { kind: "documents" }>,
  { doctor, locale }: Messages,
): readonly string[] {
  const counted = doctor.documents(documents, isMore, folder);
  if (documents > 0 || isMore) return [counted];
  if (origin !== "named") return [counted, doctor.sampleShown];
  return [counted, doctor.noDocuments(new Intl.ListFormat(locale, { type: "disjunction" }).format(extensions))];
}
