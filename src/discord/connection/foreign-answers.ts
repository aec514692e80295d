import { describeError } from "../../errors.ts";

/** Something answered in Discord's place, such as the sign-in page of a hotel's network. */
export class ForeignAnswer extends Error {
  constructor(what: string) {
    super(`Something else answers in Discord's place (${what}): a sign-in page of the network, or a proxy.`);
    this.name = "ForeignAnswer";
  }
}

/** @throws ForeignAnswer where a response cannot be Discord's, which never leads elsewhere and never shows a page when all is well */
export function requireDiscord(response: {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
}): void {
  const { status, headers } = response;
  const type = headers.get("content-type") ?? "";
  if (status >= 300 && status < 400) throw new ForeignAnswer(`it sends us to ${headers.get("location") ?? "nowhere"}`);
  if (status < 300 && /^text\/html\b/iu.test(type)) throw new ForeignAnswer("a web page");
}

/** Codes of connections whose other end cannot prove who it is. */
const untrusted = /^(?:ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO$)/u;

/** Why Discord cannot be reached, on one line. */
export function describeUnreachable(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = "code" in at && typeof at.code === "string" ? at.code : "";
    if (!untrusted.test(code)) continue;
    const [reason = ""] = at.message.split("\n");
    return `What answers cannot prove that it is Discord (${code}: ${reason.trim()}): a proxy or a sign-in page of the network is in between, or this computer's clock is wrong.`;
  }
  return describeError(error).replace(/\s+/gu, " ");
}
