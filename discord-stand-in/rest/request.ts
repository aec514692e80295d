import { parseJson } from "../json.ts";

export interface UploadedFile {
  readonly index: number;
  readonly filename: string;
  readonly contentType: string | undefined;
  readonly data: Buffer;
  readonly size: number;
}

/** A request with its body read. */
export interface ApiRequest {
  readonly method: string;
  /** Without `/api/v10`, decoded, with `@original` as it is. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly userAgent: string | undefined;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  readonly bytes: number;
}

/** What the stand-in remembers of a request. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  /** Discord's error code, when there was one. */
  readonly code: number | undefined;
  readonly at: number;
}

/** Body and files out of a JSON or a multipart request; a body that is neither counts as undefined. */
export async function readBody(
  contentType: string | undefined,
  raw: Buffer,
): Promise<{ body: unknown; files: readonly UploadedFile[] }> {
  if (raw.length === 0) return { body: undefined, files: [] };
  if (!contentType?.startsWith("multipart/form-data")) return { body: parseJson(raw.toString("utf8")), files: [] };
  const form = await new Response(new Uint8Array(raw), { headers: { "content-type": contentType } }).formData();
  const files: UploadedFile[] = [];
  for (const [name, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (index === undefined || typeof value === "string") continue;
    const data = Buffer.from(await value.arrayBuffer());
    files.push({
      index: Number(index),
      filename: value.name,
      contentType: value.type || undefined,
      data,
      size: data.length,
    });
  }
  const json = form.get("payload_json");
  return { body: typeof json === "string" ? parseJson(json) : undefined, files };
}
