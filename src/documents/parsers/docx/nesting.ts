/** Whether elements of an XML document lie in more than so many others. */
export function nestsDeeperThan(limit: number, xml: Uint8Array): boolean {
  let depth = 0;
  // Bytes that matter here are the same in every encoding that XML parts of a Word document have.
  const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString("latin1");
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) {
    const next = text.charAt(at + 1);
    if (next === "/") depth -= 1;
    else if (next !== "!" && next !== "?") {
      const end = text.indexOf(">", at);
      if (end < 0) break;
      if (text.charAt(end - 1) !== "/") depth += 1;
      at = end;
    }
    if (depth > limit) return true;
  }
  return false;
}
