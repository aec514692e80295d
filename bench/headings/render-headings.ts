import { seededRandom } from "../../src/evaluation/perturb.ts";
import type { HeadingsQuality } from "../results.ts";
import { renderTable } from "../table.ts";

const resamples = 2_000;

/** Shares of questions whose right passage is among the first one, three and ten, by collection, and who is ahead by how much. */
export function renderHeadings({ collections, engines }: HeadingsQuality): string[] {
  const measured = engines.filter(({ places }) => places.length > 0);
  const own = measured.find(({ engine }) => engine === "fundstelle");
  const columns = [
    ...collections.map(({ name, questions }) => `${name} (${questions})`),
    "all",
    "Fundstelle ahead at R@1",
  ];
  const rows = engines.map(({ engine, name, version, places }) => {
    if (places.length === 0) return [`${name}: not installed, skipped`, ...columns.map(() => "–")];
    const all = places.flat();
    const ahead = own === undefined || engine === own.engine ? "" : aheadBy(own.places.flat(), all);
    return [version === null ? name : `${name} ${version}`, ...places.map(shares), shares(all), ahead];
  });
  return [
    "## Quality: collections with headings",
    "Every engine is given the same passages with their titles and headings (`npm run bench`; the collections beside the project are used where they are there). Shares of the questions whose right passage is among the first one, three and ten; how far Fundstelle is ahead has a 95 % interval, paired by question (bootstrap).",
    renderTable(["engine", ...columns], rows),
    engines.map(({ name, setup }) => `${name}: ${setup}.`).join(" "),
  ];
}

function shares(places: readonly (number | null)[]): string {
  return [1, 3, 10]
    .map((most) => places.filter((place) => place !== null && place <= most).length / Math.max(1, places.length))
    .map((share) => share.toFixed(2))
    .join(" / ");
}

function aheadBy(own: readonly (number | null)[], other: readonly (number | null)[]): string {
  const differences = own.map((place, at) => Number(place === 1) - Number(other[at] === 1));
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
  const random = seededRandom(1);
  const means = Array.from({ length: resamples }, () =>
    mean(differences.map(() => differences[Math.floor(random() * differences.length)] ?? 0)),
  ).sort((a, b) => a - b);
  const at = (share: number): string => (100 * (means[Math.floor(share * (resamples - 1))] ?? 0)).toFixed(0);
  return `${(100 * mean(differences)).toFixed(0)} points [${at(0.025)}, ${at(0.975)}]`;
}
