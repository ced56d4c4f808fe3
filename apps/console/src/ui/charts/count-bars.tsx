import './count-bars.css';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';

const WIDTH = 560;
const ROW = 22;
const MOST_LABEL = 310;
const COUNT = 48;
/** What is there at all is to be seen. */
const LEAST = 2;

export interface CountBar {
  readonly key: string;
  readonly name: string;
  /** Null where the count is hidden. */
  readonly count: number | null;
}

/** About how wide a letter is: a kanji takes the place of two others. */
const widthOf = (letter: string): number => (letter > '\u2e80' ? 12.2 : 6.8);

/** A name as far as it fits. */
function cut(name: string): string {
  let width = 0;
  for (const [at, letter] of [...name].entries()) {
    width += widthOf(letter);
    if (width > MOST_LABEL - 20) return `${[...name].slice(0, at).join('')}…`;
  }
  return name;
}
const widest = (names: readonly string[]): number =>
  Math.max(40, ...names.map((name) => [...name].reduce((sum, letter) => sum + widthOf(letter), 14)));

/** Counts as bars beside each other; the table it stands by tells the same in figures. */
export function CountBars({ summary, bars }: { summary: string; bars: readonly CountBar[] }) {
  const height = Math.max(1, bars.length) * ROW;
  const label = Math.min(MOST_LABEL, widest(bars.map(({ name }) => name)));
  const y = scaleBand({ domain: bars.map(({ key }) => key), range: [0, height], padding: 0.25 });
  const most = Math.max(1, ...bars.map(({ count }) => count ?? 0));
  const x = scaleLinear({ domain: [0, most], range: [0, WIDTH - label - COUNT] });
  return (
    <svg className="count-bars" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={summary}>
      <line x1={label} x2={label} y1={0} y2={height} stroke="var(--sonae-line-strong)" />
      {bars.map(({ key, name, count }) => {
        const top = y(key) ?? 0;
        const width = count ? Math.max(LEAST, x(count)) : 0;
        const middle = top + y.bandwidth() / 2 + 4;
        return (
          <g key={key}>
            <title>{`${name} ${count ?? '–'}`}</title>
            <text x={label - 8} y={middle} textAnchor="end">
              {cut(name)}
            </text>
            <Bar x={label} y={top} width={width} height={y.bandwidth()} fill="var(--sonae-response)" />
            <text x={label + width + 6} y={middle}>
              {count?.toLocaleString() ?? '–'}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
