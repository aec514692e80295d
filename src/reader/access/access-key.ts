import { keptKey } from "../../kept-key.ts";

/**
 * The secret that links are signed with: the setting where there is one, else one that is made at the first start and
 * kept in the data folder, so that links outlive a restart.
 * @throws AppError `disk-failed` where it can be neither read nor kept
 */
export function accessKey(setting: string | undefined, dataFolder: string): string {
  return keptKey({ setting, variable: "READER_KEY", folder: dataFolder, file: "reader.key", purpose: "signed links" });
}
