/** The value below which that part of the times lies. @param q from 0 to 1 */
export const quantile = (times: readonly number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))] ?? Number.NaN;

/** One line of a report: the middle, the slow and the slowest, in milliseconds. */
export function told(name: string, times: readonly number[]): void {
  const at = (q: number): string => quantile(times, q).toFixed(0);
  console.log(`  ${name.padEnd(40)} p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms`);
}
