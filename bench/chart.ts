/** One line of a chart: a series of points. */
export interface Series {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const width = 760;
const height = 440;
const margin = { left: 70, right: 190, top: 40, bottom: 50 };
const colours = ["#0b6e4f", "#d1495b", "#edae49", "#7768ae", "#00798c", "#8d6a9f", "#5c5c5c"];

/**
 * A line chart with logarithmic axes, as SVG.
 * @param series points above zero; others are left out
 */
export function renderChart(title: string, xLabel: string, yLabel: string, series: readonly Series[]): string {
  const drawn = series
    .map(({ name, points }, index) => ({
      name,
      colour: colours[index % colours.length] ?? "#000000",
      points: points.filter(({ x, y }) => x > 0 && y > 0).sort((a, b) => a.x - b.x),
    }))
    .filter(({ points }) => points.length > 0);
  const x = axis(
    drawn.flatMap(({ points }) => points.map((point) => point.x)),
    margin.left,
    width - margin.right,
  );
  const y = axis(
    drawn.flatMap(({ points }) => points.map((point) => point.y)),
    height - margin.bottom,
    margin.top,
  );
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(margin.left, 22, title, 'font-size="15" font-weight="bold"'),
    ...x.ticks.flatMap((tick) => [
      `<line x1="${x.place(tick)}" y1="${margin.top}" x2="${x.place(tick)}" y2="${height - margin.bottom}" stroke="#e5e5e5"/>`,
      text(x.place(tick), height - margin.bottom + 18, formatTick(tick), 'text-anchor="middle"'),
    ]),
    ...y.ticks.flatMap((tick) => [
      `<line x1="${margin.left}" y1="${y.place(tick)}" x2="${width - margin.right}" y2="${y.place(tick)}" stroke="#e5e5e5"/>`,
      text(margin.left - 8, y.place(tick) + 4, formatTick(tick), 'text-anchor="end"'),
    ]),
    text((margin.left + width - margin.right) / 2, height - 12, xLabel, 'text-anchor="middle"'),
    text(
      16,
      (margin.top + height - margin.bottom) / 2,
      yLabel,
      `text-anchor="middle" transform="rotate(-90 16 ${(margin.top + height - margin.bottom) / 2})"`,
    ),
  ];
  drawn.forEach(({ name, colour, points }, index) => {
    const places = points.map((point) => ({ x: x.place(point.x), y: y.place(point.y) }));
    parts.push(
      `<polyline fill="none" stroke="${colour}" stroke-width="${index === 0 ? 3 : 1.5}" points="${places.map((place) => `${place.x},${place.y}`).join(" ")}"/>`,
      ...places.map((place) => `<circle cx="${place.x}" cy="${place.y}" r="3" fill="${colour}"/>`),
      `<line x1="${width - margin.right + 14}" y1="${margin.top + 10 + index * 20}" x2="${width - margin.right + 34}" y2="${margin.top + 10 + index * 20}" stroke="${colour}" stroke-width="3"/>`,
      text(width - margin.right + 40, margin.top + 14 + index * 20, name),
    );
  });
  return `${[...parts, "</svg>"].join("\n")}\n`;
}

interface Axis {
  readonly ticks: readonly number[];
  place(value: number): number;
}

/** Powers of ten around the values. */
function axis(values: readonly number[], from: number, to: number): Axis {
  const low = values.length === 0 ? 0 : Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, values.length === 0 ? 1 : Math.ceil(Math.log10(Math.max(...values))));
  return {
    ticks: Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)),
    place: (value) => Math.round((from + ((Math.log10(value) - low) / (high - low)) * (to - from)) * 10) / 10,
  };
}

function formatTick(value: number): string {
  return value >= 1 ? value.toLocaleString("en") : String(Number(value.toPrecision(3)));
}

function text(x: number, y: number, content: string, attributes = ""): string {
  const escaped = content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<text x="${x}" y="${y}" ${attributes}>${escaped}</text>`;
}
