/** Red, green and blue, from 0 to 255. */
export type Color = readonly [number, number, number];

/** A picture to draw on. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel, line by line. */
  readonly data: Uint8Array;
}

export function createPixels(width: number, height: number, background: Color): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < data.length; at += 3) data.set(background, at);
  return { width, height, data };
}

/** Fills a rectangle, as far as it lies in the picture. */
export function fill(
  { width, height, data }: Pixels,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  color: Color,
): void {
  const [left, top] = [Math.max(0, Math.round(box.x)), Math.max(0, Math.round(box.y))];
  const right = Math.min(width, Math.round(box.x + box.width));
  const bottom = Math.min(height, Math.round(box.y + box.height));
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) data.set(color, (y * width + x) * 3);
  }
}
