/**
 * Nothing but the reader's own files is loaded, and nothing is written into a page: where a quote's markup slipped
 * through, it could neither run nor load anything.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  ...["style", "script", "img", "connect", "worker"].map((kind) => `${kind}-src 'self'`),
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Headers of every response. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": contentSecurityPolicy,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  // A link's token must not reach the sites that a document links to.
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "X-Robots-Tag": "noindex, nofollow",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** Pages behind a token must not be cached; open pages may be cached for a minute. */
export function cacheControl(isSigned: boolean): string {
  return isSigned ? "no-store" : "private, max-age=60";
}
