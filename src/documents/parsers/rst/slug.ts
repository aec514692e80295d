/** The anchor that the usual renderers give to a heading; undefined where none is left. */
export function slugOf(heading: string): string | undefined {
  const slug = heading
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return slug === "" ? undefined : slug;
}
