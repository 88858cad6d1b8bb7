/** The middle of some numbers, and between which of them it lies. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The median of at least one number; of an even count the mean of both in the middle. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  const lower = sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
  return (upper + lower) / 2;
}

/** The spread of numbers; nothing of none. */
export function spreadOf(numbers: readonly number[]): Spread | undefined {
  if (numbers.length === 0) return undefined;
  return { median: medianOf(numbers), min: Math.min(...numbers), max: Math.max(...numbers) };
}

/** By how much y grows with x, by least squares. */
export function slopeOf(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const top = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  return top / points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
}

/** The list, begun at another place: in each round somebody else comes first. */
export function rotate<Item>(items: readonly Item[], by: number): Item[] {
  const place = by % items.length;
  return [...items.slice(place), ...items.slice(0, place)];
}
